"""Findings as a clerk reads them, and as a program does."""

import json
from collections.abc import Iterable, Sequence

from docgen.findings import Finding, Place, Severity, Source, has_errors

WEIGHTS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def source_text(source: Source | None) -> str:
    """Name a place in an input file: `名册.xlsx 名册!D17`, `数据.json 第3行第5列`."""
    if source is None:
        return ""
    parts = [file_name(source.file or "")]
    if source.cell:
        parts.append(f"{source.sheet}!{source.cell}" if source.sheet else source.cell)
    elif source.line:
        parts.append(f"第{source.line}行" + (f"第{source.column}列" if source.column else ""))
    return " ".join(part for part in parts if part)


def file_name(name: str) -> str:
    """Name an input file; `-` is standard input."""
    return "标准输入" if name == "-" else name


def place_text(place: Place | None) -> str:
    """Name a place in a document: `正文第3段`, `正文表2第3行第4列`, `第2页第5行`."""
    return place.words if place else ""


def finding_text(finding: Finding) -> str:
    """Write one finding as a line: weight, place, what is wrong, what to do, and its code."""
    weight = WEIGHTS[finding.severity] if finding.waived is None else "已豁免"
    where = source_text(finding.source) or place_text(finding.place)
    message = finding.message.rstrip("。")
    reason = f"（豁免理由：{finding.waived}）" if finding.waived else ""
    start = f"{weight}  {where}  " if where else f"{weight}  "
    stop = "。" if finding.hint and finding.hint[-1] not in "。？！" else ""
    return f"{start}{message}{reason}。{finding.hint}{stop}  [{finding.code}]"


def summary_text(findings: Sequence[Finding]) -> str:
    """Count the findings: `3处错误，1处警告`; `没有问题` when there are none."""
    counts = [
        (sum(f.severity is severity and f.waived is None for f in findings), name)
        for severity, name in WEIGHTS.items()
    ]
    text = "，".join(f"{count}处{name}" for count, name in counts if count)
    waived = sum(finding.waived is not None for finding in findings)
    if waived:
        text = f"{text}，{waived}处已豁免" if text else f"{waived}处已豁免"
    return text or "没有问题"


def findings_text(findings: Sequence[Finding]) -> str:
    """Write all findings, a line each."""
    return "\n".join(finding_text(finding) for finding in findings)


def findings_json(findings: Iterable[Finding], **more: object) -> str:
    """Write findings as the JSON object of the contract, with `more` beside them."""
    found = list(findings)
    result = {"ok": not has_errors(found), "findings": [f.to_json() for f in found], **more}
    return to_json(result)


def to_json(value: object) -> str:
    """Write JSON for people and programs: Chinese as it is, two spaces a level."""
    # A lone surrogate in a clerk's file must not break the report about it.
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
