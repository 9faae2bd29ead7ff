"""A child process that opens and fills attack templates, and tells what it saw while it did.

Names of attacks come on standard input, one a line; what came of each goes to standard output as
JSON. Files, sockets and programs that the work touches are written down by an audit hook.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from docgen.errors import FindingsError
from docgen.word.child import Limits, restrict
from docgen.word.passages import passages
from docgen.word.template import Template

WATCHED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "shutil.")
MEMORY = 1024 * 2**20
LIBRARIES = tuple(str(Path(part).resolve()) for part in (sys.prefix, sys.base_prefix, Path.cwd()))


class Watch:
    """What the process touched outside itself."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Write down an event that no template may cause."""
        if event == "open" and isinstance(arguments[0], str | bytes):
            # Modules that are loaded when first needed are no reading of the template's.
            if not os.fsdecode(arguments[0]).startswith(LIBRARIES):
                self.seen.append(f"{event} {arguments[0]!r}")
        elif event.startswith(WATCHED):
            self.seen.append(event)


def run(name: str, watch: Watch) -> dict[str, object]:
    """Open and fill one attack template."""
    from attacks import ATTACKS

    attack = ATTACKS[name]
    content = attack.build()
    watch.seen.clear()
    codes, told, text = [], "", None
    began = time.process_time()
    try:
        template = Template(content)
        codes = [finding.code for finding in template.taken_out]
        text = passages(template.render(attack.data))[0].text
    except FindingsError as fault:
        codes += [finding.code for finding in fault.findings]
        told = " ".join(finding.message + finding.hint for finding in fault.findings)
    except BaseException:
        codes = ["traceback"]
        told = traceback.format_exc()
    seconds = time.process_time() - began
    return {"codes": codes, "told": told, "text": text, "seconds": seconds, "seen": [*watch.seen]}


def main() -> None:
    """Answer until there are no more names."""
    watch = Watch()
    run("a key called items", watch)
    sys.addaudithook(watch)
    restrict(Limits(10_000, 0, MEMORY))
    for line in sys.stdin:
        print(json.dumps(run(line.strip("\n"), watch)), flush=True)  # noqa: T201  # the answer


if __name__ == "__main__":
    main()
