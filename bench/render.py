"""docgen against docxtpl: the same template, the same records, files written, side by side.

Each engine runs in a process of its own, in turn, for several rounds; every round writes into a
fresh folder, since creating files where many were just deleted is ten times slower. docgen's
figure includes validation, defaults, rules, completeness, foreign names, proof and the file;
docxtpl's is given finished values and only renders and saves.

    python bench/render.py [--rounds 5] [--docxtpl 40] [--docgen 744]
"""

import argparse
import csv
import datetime
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROSTER = ROOT / "examples" / "villages-huaxian.csv"
COMMON = ROOT / "examples" / "responsibility_agreement.common.json"
TEMPLATE = ROOT / "templates" / "docx" / "responsibility_agreement.docx"
ENGINES = {
    "docgen": "docgen，含全部检查",
    "docxtpl": "docxtpl，每份新建对象",
    "reused": "docxtpl，对象与环境重用",
}


def rows(count: int) -> Iterator[dict[str, Any]]:
    """Give `count` rows of the county's roster as data, from the first."""
    from docgen.kinds import find_kind

    guide = find_kind("responsibility_agreement").roster
    assert guide is not None
    with ROSTER.open(encoding="utf-8-sig", newline="") as lines:
        villages = list(csv.DictReader(lines))
    for number in range(count):
        village = villages[number % len(villages)]
        cells = {"@township": village["乡镇"], "@village": village["村（居）名称"]}
        yield guide.interpret(cells).data


def docgen_engine(folder: Path) -> Callable[[dict[str, Any], int], None]:
    """Make documents as a batch does: check a row, make it, prove it, write it."""
    from docgen.engine import open_press
    from docgen.proof import NameIndex
    from docgen.readers import read_record
    from docgen.rows import Row

    with ROSTER.open(encoding="utf-8-sig", newline="") as lines:
        names = {row[name] for row in csv.DictReader(lines) for name in ("乡镇", "村（居）名称")}
    press = open_press(
        "responsibility_agreement", common=read_record(COMMON), roster_names=NameIndex(names)
    )

    def make(data: dict[str, Any], number: int) -> None:
        content = press.make(press.check(Row(data)))
        (folder / f"{number}.docx").write_bytes(content)

    return make


def prepare(count: int, file: Path) -> None:
    """Write values docxtpl can print as they stand; the time this takes is nobody's."""
    from docgen.engine import open_press
    from docgen.readers import read_record
    from docgen.rows import Row
    from docgen.vocabulary import Blank, official_date

    press = open_press("responsibility_agreement", common=read_record(COMMON))

    def plain(value: object) -> str:
        if isinstance(value, Blank):
            return value.line
        assert isinstance(value, datetime.date)
        return official_date(value)

    checked = (press.check(Row(data)).values for data in rows(count))
    file.write_text(json.dumps(list(checked), default=plain), encoding="utf-8")


def docxtpl_engine(folder: Path, *, reused: bool) -> Callable[[dict[str, object], int], None]:
    """Render and save with docxtpl."""
    import jinja2
    from docxtpl import DocxTemplate

    def environment() -> jinja2.Environment:
        made = jinja2.Environment(autoescape=True)
        made.filters["公文日期"] = str
        return made

    kept = (DocxTemplate(TEMPLATE), environment()) if reused else None

    def make(values: dict[str, object], number: int) -> None:
        template, env = kept or (DocxTemplate(TEMPLATE), environment())
        template.render(values, env, autoescape=True)
        template.save(folder / f"{number}.docx")

    return make


def measure(engine: str, count: int, folder: Path, values: Path) -> dict[str, float]:
    """Run one engine in this process: documents a second after the first, and peak memory."""
    if engine == "docgen":
        make: Callable[[Any, int], None] = docgen_engine(folder)
        work: list[Any] = list(rows(count))
    else:
        make = docxtpl_engine(folder, reused=engine == "reused")
        work = json.loads(values.read_text(encoding="utf-8"))[:count]
    make(work[0], 0)
    began = time.perf_counter()
    for number, item in enumerate(work[1:], 1):
        make(item, number)
    rate = (count - 1) / (time.perf_counter() - began)
    return {"rate": rate, "peak": peak_memory()}


def peak_memory() -> float:
    """Give this process's peak memory in MB; rusage would count the parent's before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def in_own_process(engine: str, count: int, values: Path) -> dict[str, float]:
    """Run one engine in a fresh process and a fresh folder; `wall` is all it took, in seconds."""
    with tempfile.TemporaryDirectory(prefix="docgen-bench-", ignore_cleanup_errors=True) as folder:
        words = [sys.executable, __file__, "--engine", engine, "--count", str(count)]
        places = ["--folder", folder, "--values", str(values)]
        began = time.perf_counter()
        done = subprocess.run([*words, *places], check=True, capture_output=True, text=True)
        wall = time.perf_counter() - began
    found: dict[str, float] = json.loads(done.stdout)
    return {**found, "wall": wall}


def one_round(counts: dict[str, int], values: Path) -> dict[str, dict[str, float]]:
    """Run every engine once for many documents and once for a single one."""
    return {
        engine: {
            **in_own_process(engine, count, values),
            "first": in_own_process(engine, 2, values)["wall"],
        }
        for engine, count in counts.items()
    }


def compare(rounds: int, counts: dict[str, int]) -> None:
    """Run every engine in turn, `rounds` times, and print medians and ratios."""
    with tempfile.NamedTemporaryFile(suffix=".json") as values:
        prepare(max(counts.values()), Path(values.name))
        results = [one_round(counts, Path(values.name)) for _ in range(rounds)]
    print(f"{datetime.date.today()}  Python {platform.python_version()}  {platform.machine()}")
    print("| 引擎 | 份/秒 | 启动到第二份（秒） | 内存峰值（MB） | docgen 是它的几倍 |")
    print("|---|---|---|---|---|")
    for engine, name in ENGINES.items():
        rate, first, peak = (
            statistics.median(result[engine][figure] for result in results)
            for figure in ("rate", "first", "peak")
        )
        ratio = statistics.median(r["docgen"]["rate"] / r[engine]["rate"] for r in results)
        print(f"| {name} | {rate:.0f} | {first:.2f} | {peak:.0f} | {ratio:.0f} |")


def main() -> None:
    """Read the options, then compare, or run one engine when called for it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--docgen", type=int, default=744, help="documents a round")
    parser.add_argument("--docxtpl", type=int, default=40, help="documents a round")
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--count", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--values", type=Path)
    options = parser.parse_args()
    if options.engine:
        found = measure(options.engine, options.count, options.folder, options.values)
        print(json.dumps(found))
        return
    counts = dict.fromkeys(ENGINES, options.docxtpl)
    compare(options.rounds, {**counts, "docgen": options.docgen})


if __name__ == "__main__":
    main()
