"""Records and rules → findings: each rule is held against what it concerns, unless it is switched off there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from .prose import language_of, words_in
from .records import Finding, Report, Severity, Text
from .table import BY_NAME, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .records import Document, Fault, Picture, Rule


class Warned(NamedTuple):
    """A warning of the build."""

    rule: str
    """``eir.<subtype>``, or ``sphinx`` for one that isn't ours."""
    message: str
    document: str = ""
    """The docname; empty for a file that is no document."""
    file: str = ""
    line: int = 0


def report_on(
    documents: Sequence[Document],
    warned: Iterable[Warned],
    chosen: Mapping[str, str | bool],
    linked: Iterable[tuple[Document, Fault]] = (),
) -> Report:
    """Return what rules and the build find in *documents*. *chosen* has the project's severities, False for off (``eir_checks``)."""
    severities = severities_of(chosen)
    found = {
        *_of_rules(documents, severities),
        *_of_warnings(documents, warned, severities),
        *(
            _finding(BY_NAME["url-dead"], document, fault, severities["url-dead"])
            for document, fault in linked
            if "url-dead" in severities and not _is_silenced(BY_NAME["url-dead"], document, fault)
        ),
    }
    return Report(
        {document.name: document.title for document in documents},
        sum(document.article is not None for document in documents),
        sum(words_in(text, language_of(document)) for document in documents for text in document.texts),
        tuple(sorted(found)),
    )


def severities_of(chosen: Mapping[str, str | bool]) -> dict[str, Severity]:
    """Return the severity of each rule that isn't switched off."""
    severities = {}
    for name, rule in BY_NAME.items():
        wanted = chosen.get(name, True)
        if wanted is not False and wanted != "off":
            severities[name] = Severity[wanted.upper()] if isinstance(wanted, str) else rule.severity
    return severities


def _of_rules(documents: Sequence[Document], severities: Mapping[str, Severity]) -> Iterator[Finding]:
    for rule in RULES:
        if rule.name not in severities:
            continue
        faults: Iterable[tuple[Document, Fault]] = ()
        if rule.find:
            faults = (
                (document, fault)
                for document in documents
                for fault in rule.find(_without_silenced(document, rule))
            )
        elif rule.compare:
            faults = rule.compare([_without_silenced(document, rule) for document in documents])
        for document, fault in faults:
            if not _is_silenced(rule, document, fault):
                yield _finding(rule, document, fault, severities[rule.name])


def _without_silenced(document: Document, rule: Rule) -> Document:
    """Return *document* without the places that aren't held to *rule*, so that nothing else is compared with them."""
    places: tuple[Text | Picture, ...] = (*document.texts, *document.pictures)
    if any(rule.name in place.silenced for place in places):
        return replace(
            document,
            texts=tuple(text for text in document.texts if rule.name not in text.silenced),
            pictures=tuple(picture for picture in document.pictures if rule.name not in picture.silenced),
        )
    return document


def _is_silenced(rule: Rule, document: Document, fault: Fault) -> bool:
    return rule.name in document.silenced or bool(fault.place and rule.name in fault.place.silenced)


def _finding(rule: Rule, document: Document, fault: Fault, severity: Severity) -> Finding:
    place = fault.place
    line = place.line if place else 0
    if isinstance(place, Text):
        line += place.words.count("\n", 0, fault.offset)
    file = (place.file if place else "") or document.file
    return Finding(document.name, line, rule.name, fault.message, file, severity, rule.cure)


def _of_warnings(
    documents: Sequence[Document], warned: Iterable[Warned], severities: Mapping[str, Severity]
) -> Iterator[Finding]:
    by_name = {document.name: document for document in documents}
    for warning in warned:
        document = by_name.get(warning.document)
        if warning.rule not in severities or (document and _at(document, warning)):
            continue
        cure = BY_NAME[warning.rule].cure
        yield Finding(
            warning.document,
            warning.line,
            warning.rule,
            warning.message,
            warning.file,
            severities[warning.rule],
            cure,
        )


def _at(document: Document, warning: Warned) -> bool:
    """Say if the rule of *warning* is switched off for the document, or for the text at its line."""
    if warning.rule in document.silenced:
        return True
    return any(
        warning.rule in text.silenced
        and text.file == warning.file
        and text.line <= warning.line <= text.line + text.words.count("\n")
        for text in document.texts
    )
