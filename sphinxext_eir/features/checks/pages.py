"""A report as a web page that needs no other file, no network and no script."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ...text.web_page import text_of, web_page
from .records import Severity
from .report import counted, summary
from .table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Finding, Report

_STYLE = """
.error { color: var(--gone); } .warning { color: var(--look); } .info { color: var(--quiet); }
.findings { list-style: none; padding: 0; } .findings > li { border-top: 1px solid var(--line); padding: .5rem 0; }
.findings p { margin: 0; } article { scroll-margin-top: 1rem; }
.choose label { margin-right: 1.25rem; }
body:has(#no-info:checked) li.of-info { display: none; }
body:has(#no-warning:checked) li.of-warning { display: none; }
dt { font-weight: 600; margin-top: .75rem; scroll-margin-top: 1rem; } dd { margin: 0; max-width: 44rem; }
"""


def page(report: Report, project: str) -> str:
    """Return the page on *report*, of a project of this name."""
    groups = [
        (article, list(found))
        for article, found in groupby(report.findings, key=lambda finding: finding.article)
    ]
    title = f"{project}: check" if project else "Check"
    body = [
        '<a class="skip" href="#findings">To the findings</a>',
        f"<header><h1>{text_of(title)}</h1><p>{text_of(summary(report))}.</p></header>",
        "<main>",
        *_overview(report, groups),
        '<h2 id="findings">Findings</h2>',
        '<p class="choose"><input type="checkbox" id="no-info"> <label for="no-info">Hide remarks</label>',
        '<input type="checkbox" id="no-warning"> <label for="no-warning">Hide warnings</label></p>',
        *(
            line
            for number, (article, found) in enumerate(groups)
            for line in _article(report, number, article, found)
        ),
        *_rules(report),
        "</main>",
    ]
    return web_page(title, "\n".join(body), _STYLE)


def _name(report: Report, article: str) -> str:
    return report.titles.get(article) or article or "The project"


def _overview(report: Report, groups: list[tuple[str, list[Finding]]]) -> Iterator[str]:
    """Yield a table of the articles, those with the gravest findings first."""
    yield '<div class="wide" role="region" aria-label="Articles" tabindex="0"><table>\n<caption class="heard">Articles</caption>'
    heads = "".join(
        f'<th scope="col" class="number">{what}</th>' for what in ("Errors", "Warnings", "Remarks")
    )
    yield f'<thead><tr><th scope="col">Article</th><th scope="col">File</th>{heads}</tr></thead>\n<tbody>'
    rows = []
    for number, (article, found) in enumerate(groups):
        counts = [
            sum(one.severity is severity for one in found) for severity in sorted(Severity, reverse=True)
        ]
        cells = "".join(f'<td class="number">{count}</td>' for count in counts)
        link = f'<a href="#article-{number + 1}">{text_of(_name(report, article))}</a>'
        file = text_of(found[0].file if article else "")
        rows.append(
            (
                [-count for count in counts],
                f'<tr><th scope="row">{link}</th><td class="file">{file}</td>{cells}</tr>',
            )
        )
    yield from (row for _, row in sorted(rows))
    yield "</tbody></table></div>"
    clean = [title for name, title in report.titles.items() if name not in {article for article, _ in groups}]
    if clean:
        yield f'<p class="quiet">Nothing found in {counted(len(clean), "other document")}.</p>'


def _article(report: Report, number: int, article: str, found: list[Finding]) -> Iterator[str]:
    """Yield the findings of one article."""
    yield f'<article id="article-{number + 1}" aria-labelledby="title-{number + 1}">'
    yield f'<h3 id="title-{number + 1}">{text_of(_name(report, article))}</h3>\n<ul class="findings">'
    for finding in found:
        label = finding.severity.label
        place = f"{finding.file}, line {finding.line}" if finding.line else finding.file
        rule = f'<a href="#rule-{finding.rule}">{finding.rule}</a>'
        yield (
            f'<li class="of-{label}"><p class="where"><strong class="{label}">{label}</strong> · {text_of(place)} · {rule}</p>'
            f"<p>{text_of(finding.message)}</p></li>"
        )
    yield "</ul></article>"


def _rules(report: Report) -> Iterator[str]:
    """Yield what the rules are that found something."""
    names = sorted({finding.rule for finding in report.findings})
    if not names:
        return
    yield '<h2>Rules</h2>\n<dl class="rules">'
    for name in names:
        rule = BY_NAME[name]
        said = " ".join(part for part in (rule.what, rule.why, rule.cure) if part)
        yield f'<dt id="rule-{name}">{name}</dt>\n<dd>{text_of(plain(said))}</dd>'
    yield "</dl>"


def plain(text: str) -> str:
    """Return a sentence of the table without its markup."""
    import re

    text = re.sub(r":\w+:`([^`]+)`", r"\1", text)
    return re.sub(r"`+([^`]+)`+|\*([^*]+)\*", lambda match: match[1] or match[2], text)
