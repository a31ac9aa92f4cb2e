"""A report for people in a terminal, for GitHub, and for programs."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from ...text.characters import visible
from .records import Severity
from .table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .records import Finding, Report

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33", Severity.INFO: "36"}
_HEAD = 19
"""Characters before a message: line and severity."""
_NARROWEST = 60


def counted(number: int, what: str) -> str:
    """Return *number* and what is counted: ``1 article``, ``2 articles``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def summary(report: Report) -> str:
    """Return the whole in one line."""
    found = ", ".join(
        counted(number, {"info": "remark"}.get(severity.label, severity.label))
        for severity in sorted(Severity, reverse=True)
        if (number := report.count(severity))
    )
    return (
        f"{counted(report.articles, 'article')}, {counted(report.words, 'word')}: {found or 'nothing found'}"
    )


def lines_of(report: Report, width: int, folder: str = "", *, colours: bool = False) -> Iterator[str]:
    """Yield the report for a terminal of *width* characters. Files stand below *folder*."""

    def paint(text: str, colour: str) -> str:
        return f"\033[{colour}m{text}\033[0m" if colours else text

    width = max(width, _NARROWEST)
    for article, findings in groupby(report.findings, key=lambda finding: finding.article):
        found = list(findings)
        name = f"{folder}{found[0].file}" if article else "The project"
        title = report.titles.get(article, "")
        yield paint(visible(name), "1") + (f"  {visible(title)}" if title else "")
        for finding in found:
            yield from _lines(finding, article, width, folder, paint)
        yield ""
    names = dict.fromkeys(finding.rule for finding in report.findings)
    helped = [BY_NAME[name] for name in sorted(names) if not name.startswith("eir.") and name != "sphinx"]
    for rule in helped:
        yield from textwrap.wrap(
            f"{rule.name}: {rule.cure}", width, subsequent_indent="  ", break_on_hyphens=False
        )
    if helped:
        yield ""
    yield summary(report)


def _lines(
    finding: Finding, article: str, width: int, folder: str, paint: Callable[[str, str], str]
) -> Iterator[str]:
    """Yield a finding: line, severity, message, and the rule's name."""
    place = str(finding.line or "")
    severity = paint(f"{finding.severity.label:<8}", _COLOURS[finding.severity])
    message = finding.message if article or not finding.file else f"{folder}{finding.file}: {finding.message}"
    wrapped = [
        visible(line)
        for line in textwrap.wrap(
            f"{message}  [{finding.rule}]", width - _HEAD, break_on_hyphens=False, break_long_words=False
        )
    ]
    yield f"{place:>7}  {severity}  {wrapped[0]}"
    for line in wrapped[1:]:
        yield f"{'':{_HEAD}}{line}"


def as_json(report: Report) -> str:
    """Return the report as JSON."""
    said = {
        "summary": {
            "articles": report.articles,
            "words": report.words,
            **{severity.label: report.count(severity) for severity in sorted(Severity, reverse=True)},
        },
        "findings": [
            {
                "article": finding.article,
                "rule": finding.rule,
                "severity": finding.severity.label,
                "file": finding.file,
                "line": finding.line or None,
                "message": finding.message,
                "help": finding.help,
            }
            for finding in report.findings
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(report: Report, folder: str = "") -> Iterator[str]:
    """Yield a workflow command for each finding (GitHub, "Workflow commands"): it is shown at its line of a pull request."""
    for finding in report.findings:
        properties = {
            "file": f"{folder}{finding.file}" if finding.file else "",
            "line": str(finding.line or ""),
            "title": finding.rule,
        }
        given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
        message = finding.message if BY_NAME[finding.rule].why == "" else f"{finding.message}. {finding.help}"
        yield f"::{_COMMANDS[finding.severity]} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def is_failed(report: Report, threshold: str) -> bool:
    """Say if a finding is as grave as *threshold*, the label of a severity; never with ``never``."""
    return threshold != "never" and any(
        finding.severity >= Severity[threshold.upper()] for finding in report.findings
    )
