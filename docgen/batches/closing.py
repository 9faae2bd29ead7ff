"""The end of a run: its workbooks, its report, and what it says of rows that are gone."""

from collections.abc import Iterator, Mapping

from docgen.batches import ledger, returned_roster
from docgen.batches.filenames import DOCUMENTS
from docgen.batches.journal import Entered
from docgen.batches.outcome import Report
from docgen.batches.state import Run
from docgen.batches.telling import told_once
from docgen.findings import Fault, Finding, Severity, has_errors

LEFT_ROSTER = Fault(
    code="left-roster",
    title="名册里已经没有这一行",
    why="它的成品还在文件夹里；确实撤并了，就自己删去，免得误发。",
    faulty="上次有东街村，这次的名册里没有了",
    sound="名册里有每一份成品的行",
    severity=Severity.INFO,
)


def left_roster(run: Run, entries: Mapping[str, Entered]) -> Iterator[Finding]:
    """Name the documents whose rows are no longer in the roster."""
    present = {identity.key for identity in run.known}
    for entered in entries.values():
        if entered.file and entered.key not in present:
            message = f"名册里没有{entered.name}（{entered.key}）了，它的成品 {entered.file} 还留着"
            yield LEFT_ROSTER.finding(message, "不再需要，就自己删去。")


def publish(run: Run, *, with_ledger: bool) -> None:
    """Write the ledger, and the list of problems while there are any."""
    folder = run.orders.folder
    run.outputs["documents"] = str(folder / DOCUMENTS) if with_ledger else None
    if with_ledger:
        published = ledger.publish_ledger(folder, lines(run), run.plan.key_heading)
        run.outputs["ledger"] = str(published.path)
        run.findings += [published.finding] if published.finding else []
    if not run.failed:
        if run.is_fatal:
            return
        returned_roster.remove_problems(folder, run.journal, run.orders.source)
        return
    told = {index: [f for f in run.told[index] if f.is_error] for index in run.failed}
    problems = returned_roster.publish_problems(
        folder, run.journal, run.plan.roster, run.orders.source, told
    )
    if problems is not None:
        run.outputs["problems"] = str(problems.path)
        run.findings += [problems.finding] if problems.finding else []


def lines(run: Run) -> Iterator[ledger.Line]:
    """Give the lines of the ledger in the order of numbers."""
    made = set(run.made)
    present = {identity.key: index for index, identity in enumerate(run.known)}
    failed = run.failed
    for entered in run.journal.entries().values():
        index = present.get(entered.key)
        if index is None:
            state = "不在名册"
        elif index in failed:
            state = "失败"
        else:
            state = "新制" if entered.file in made else "未变"
        yield ledger.Line(entered, state)


def report(run: Run, seconds: float) -> Report:
    """Sum a run up."""
    findings = [*run.findings, *told_once(run.plan.entries, run.told)]
    # What is wrong with the common data is wrong in every row, and is told once.
    findings = list(dict.fromkeys(findings))
    keys = ("documents", "ledger", "problems", "pdf")
    return Report(
        ok=not has_errors(findings),
        findings=findings,
        rows=len(run.plan.entries),
        made=len(run.made),
        unchanged=len(run.unchanged),
        failed=len(run.failed),
        seconds=seconds,
        outputs={name: run.outputs.get(name) for name in keys},
        files=run.made,
        printed=run.printed,
    )


def stopped(run: Run) -> str:
    """Say what a stopped run leaves."""
    return f"已停止：这次做好了 {len(run.made)} 份，都有记录。再运行一次，会接着做。"
