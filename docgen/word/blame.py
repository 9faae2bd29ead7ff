"""Which tag of a template an error came out of, found by the line of compiled code it was in."""

import traceback

from docgen.findings import Place
from docgen.word.program import Program
from docgen.word.sites import Placeholder, Use


def blamed(program: Program, fault: BaseException) -> Placeholder | None:
    """Give the statement that failed as a placeholder; None when the error is from elsewhere."""
    code = program.run_tracing.__globals__
    lines = [
        line for frame, line in traceback.walk_tb(fault.__traceback__) if frame.f_globals is code
    ]
    if not lines:
        return None
    pairs = (pair.split("=") for pair in str(code["debug_info"]).split("&") if pair)
    before = [int(written) for written, compiled in pairs if int(compiled) <= lines[-1]]
    tag = program.source.tag_at(before[-1]) if before else None
    if tag is None:
        return Placeholder(-1, "", Use.CONDITION, "", (), (), (), Place(program.source.part))
    expression = " ".join(tag.text.strip("{}%-+ \n").split())
    return Placeholder(-1, expression, Use.CONDITION, "", (), (), (), tag.place)
