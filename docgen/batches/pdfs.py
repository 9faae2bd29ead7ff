"""The PDFs of a batch, beside its documents: printed many a call, and again only what changed.

They are made when the documents are in their places and entered, so that whatever happens to a
PDF costs no document. The journal knows which document each was printed from.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

from docgen.batches.deciding import file_hash
from docgen.batches.filenames import DOCUMENTS, PDFS
from docgen.batches.journal import Journal, PrintedFrom
from docgen.batches.making import RUNNING, put_in_place, sync_folder
from docgen.batches.printing import Outcome, Sheet, printed, temporary
from docgen.batches.state import Run
from docgen.errors import FileError
from docgen.findings import Fault, Finding, Severity
from docgen.naming import folded
from docgen.pdf import demand_reader, find_office

PDF_FAILED = Fault(
    code="pdf-failed",
    title="这一份没有做成 PDF",
    why="Word 文件已经做好，只是打印成 PDF 没有成功；缺的 PDF 不补，打印和归档就少一份。",
    faulty="documents/白道口镇/西街村.docx 没有对应的 PDF",
    sound="再运行一次，只补做缺的 PDF",
)
STALE_PDF = Fault(
    code="stale-pdf",
    title="PDF 还是旧的",
    why="Word 文件重新生成过，PDF 没有跟着重做；照旧的 PDF 打印，发出去的就是旧内容。",
    faulty="数据改过，没有加 --pdf 就重新生成",
    sound="加 --pdf 再运行一次，变了的会重做",
    severity=Severity.WARNING,
)


PDF_KEPT = Fault(
    code="pdf-kept",
    title="这份 PDF 被换过，照原样留着",
    why="它可能是签字盖章后的扫描件，不能悄悄换掉；但它也可能与现在的 Word 文件不一致。",
    faulty="pdf/白道口镇/西街村.pdf 被换成了扫描件",
    sound="扫描件另外存放，pdf 文件夹里只留本程序做的",
    severity=Severity.WARNING,
)


def demand_pdf() -> None:
    """Make sure that PDFs can be made here, before anything else is done.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing.
    """
    find_office()
    demand_reader()


def pdf_of(document: str) -> str:
    """Give the place of a document's PDF: `pdf/白道口镇/西街村.pdf`."""
    return f"{PDFS}{document.removeprefix(DOCUMENTS).removesuffix('.docx')}.pdf"


def print_documents(run: Run) -> None:
    """Print every document of the roster whose PDF is missing or older than itself.

    Raises:
        FileError: when the disk refuses a file; what was entered stays.
    """
    folder, journal = run.orders.folder, run.journal
    run.outputs["pdf"] = str(folder / PDFS)
    remove_strays(folder, journal)
    wanted = list(sheets(run))
    journal.write_note(RUNNING, "1")
    done = 0
    with closing(printed(folder, wanted, run.orders.jobs)) as work:
        for outcomes in work:
            settle(run, outcomes)
            done += len(outcomes)
            run.progress("print", done, len(wanted))
    journal.write_note(RUNNING, "")


def sheets(run: Run) -> Iterator[Sheet]:
    """Give the documents that are to be printed."""
    folder = run.orders.folder
    present = {identity.key for identity in run.known}
    known = run.journal.pdfs()
    for entered in run.journal.entries().values():
        if entered.file is None or entered.key not in present:
            continue
        sha256 = file_hash(folder / entered.file)
        if sha256 is None:
            continue
        sheet = Sheet(entered.file, pdf_of(entered.file), sha256)
        state = standing(folder, sheet, known.get(sheet.file))
        if state == "foreign" and not run.orders.force:
            run.findings.append(kept(sheet))
        elif state != "current":
            yield sheet


def standing(folder: Path, sheet: Sheet, before: PrintedFrom | None) -> str:
    """Tell what lies in a PDF's place: nothing, the current one, an older one, another's."""
    there = file_hash(folder / sheet.file)
    if there is None:
        return "missing"
    if before is None or there not in (before.sha256, before.replaced):
        return "foreign"
    is_current = there == before.sha256 and before.document == sheet.sha256
    return "current" if is_current else "older"


def kept(sheet: Sheet) -> Finding:
    """Say that somebody's own file, perhaps a signed scan, lies where the PDF would."""
    return PDF_KEPT.finding(
        f"{sheet.file} 不是本程序做的，或做好以后被换过，没有替换",
        "要留它就不用管；要重做，把它移走，或加 --force。",
    )


def settle(run: Run, outcomes: Sequence[Outcome]) -> None:
    """Enter a chunk of PDFs and put them in their places."""
    folder = run.orders.folder
    made = [outcome for outcome in outcomes if not outcome.reason]
    run.findings += chain.from_iterable(outcome.findings for outcome in outcomes)
    run.findings += [failed(out.sheet, out.reason) for out in outcomes if out.reason]
    # Entered before they are renamed: a run that is killed in between knows both for its own.
    run.journal.enter_pdfs(
        PrintedFrom(
            outcome.sheet.file,
            outcome.sheet.sha256,
            outcome.sha256,
            file_hash(folder / outcome.sheet.file) or "",
        )
        for outcome in made
    )
    for outcome in made:
        try:
            put_in_place(temporary(folder, outcome.sheet), folder / outcome.sheet.file)
        except FileError as error:
            run.findings.append(failed(outcome.sheet, str(error).rstrip("。")))
        else:
            run.printed += 1
    for parent in {(folder / outcome.sheet.file).parent for outcome in made}:
        sync_folder(parent)


def failed(sheet: Sheet, reason: str) -> Finding:
    """Say that a document was not printed."""
    return PDF_FAILED.finding(
        f"{sheet.document} 没有做成 PDF：{reason}",
        "Word 文件不受影响；再运行一次，只补做缺的 PDF。",
    )


def remove_strays(folder: Path, journal: Journal) -> None:
    """Drop PDFs whose document has another name now, unless somebody has changed them."""
    wanted = {folded(pdf_of(e.file)) for e in journal.entries().values() if e.file}
    strays = [known for known in journal.pdfs().values() if folded(known.file) not in wanted]
    for stray in strays:
        if file_hash(folder / stray.file) in (stray.sha256, stray.replaced):
            (folder / stray.file).unlink(missing_ok=True)
    journal.forget_pdfs(stray.file for stray in strays)


def stale_pdfs(folder: Path, journal: Journal) -> Iterator[Finding]:
    """Say how many PDFs are older than their documents, or have none any more."""
    documents = {pdf_of(e.file): e for e in journal.entries().values() if e.file}

    def is_stale(known: PrintedFrom) -> bool:
        entered = documents.get(known.file)
        if entered is None or entered.file is None:
            return True
        # A document that was edited by hand is not what the journal says.
        return known.document not in (entered.sha256, file_hash(folder / entered.file))

    stale = [known.file for known in journal.pdfs().values() if is_stale(known)]
    there = [file for file in stale if (folder / file).is_file()]
    if there:
        yield STALE_PDF.finding(
            f"{PDFS} 文件夹里有 {len(there)} 份 PDF 是旧的，例如 {there[0]}",
            "加 --pdf 再运行一次，变了的会重做。",
        )
