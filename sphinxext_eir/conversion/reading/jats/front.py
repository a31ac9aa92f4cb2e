"""What an article in JATS says of itself before its text → fields of the front matter, and what none of them takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...outcome import Message, Reason
from ..xml import children, link_of, parts, said
from .references import person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DATES = ("epub", "pub", "epub-ppub", "ppub", "collection", "epreprint", "corrected")
"""Types of dates, the first publication before the issue's."""


@dataclass
class JatsFront:
    """The front matter of an article."""

    fields: dict[str, str] = field(default_factory=dict)
    left: list[tuple[str, Reason]] = field(default_factory=list)
    """Texts that aren't printed where they stand, each with its reason."""
    messages: list[Message] = field(default_factory=list)

    def take(self, name: str, text: str, element: Element | None = None) -> None:
        """Fill a field, if it has no value yet; *element* is where the text stands."""
        if text and name not in self.fields:
            self.fields[name] = text
        if element is not None:
            self.leave(element)

    def leave(self, element: Element | None, reason: Reason = Reason.BYLINE_RECAST) -> None:
        """Leave an element out."""
        text = " ".join(" ".join(element.itertext()).split()) if element is not None else ""
        if text:
            self.left.append((text, reason))


def read_front(article: Element) -> JatsFront:
    """Read the front matter of an *article*: all of it but the title and the abstracts, which are printed."""
    front = JatsFront()
    for journal in article.iterfind("front/journal-meta"):
        _read_journal(front, journal)
    for meta in article.iterfind("front/article-meta"):
        _read_meta(front, meta)
    for child in (child for found in article.findall("front") for child in children(found)):
        if child.tag not in ("journal-meta", "article-meta"):
            front.leave(child, Reason.PAGE_FURNITURE)
    return front


def _read_journal(front: JatsFront, journal: Element) -> None:
    """Read which journal it is."""
    front.take("journal", said(journal.find(".//journal-title")))
    issns = sorted(
        journal.iter("issn"),
        key=lambda e: "epub" not in (e.get("pub-type", "") + e.get("publication-format", "")),
    )
    for issn in issns:
        front.take("issn", said(issn).upper() if re.fullmatch(r"\d{4}-\d{3}[\dXx]", said(issn)) else "")
    front.take("publisher", said(journal.find("publisher/publisher-name")))
    front.leave(journal)


_PRINTED = ("title-group", "abstract", "trans-abstract", "author-notes")


_CHANGED = ("corrected", "updated")
"""Types of dates in the history of an article after its publication."""


def _read_meta(front: JatsFront, meta: Element) -> None:
    """Read what the article says of itself."""
    _read_addresses(front, meta)
    for name, place in (
        ("volume", "volume"),
        ("issue", "issue"),
        ("first-page", "fpage"),
        ("last-page", "lpage"),
    ):
        front.take(name, said(meta.find(place)))
    front.take("date", _date(meta))
    changes = (_iso(date) for date in meta.findall("history/date") if date.get("date-type") in _CHANGED)
    front.take("updated", max(changes, default=""))
    front.take("license", _license(meta))
    front.take("keywords", "; ".join(dict.fromkeys(_keywords(meta))))
    group = meta.find("title-group")
    if group is not None:
        front.take("subtitle", said(group.find("subtitle"), ("xref", "fn")))
        for name in ("alt-title", "fn-group", "subtitle"):
            for child in group.findall(name):
                front.leave(child)
    institutions = {e.get("id", ""): _institution(e) for e in meta.iter("aff")}
    front.take("author", "; ".join(_people(meta, ("author", ""), institutions)))
    front.take("translator", "; ".join(_people(meta, ("translator",), institutions)))
    for child in children(meta):
        if child.tag not in _PRINTED:
            front.leave(child)


def _read_addresses(front: JatsFront, meta: Element) -> None:
    """Read the DOI, and the address of the original."""
    for identifier in meta.findall("article-id"):
        if identifier.get("pub-id-type") == "doi":
            front.take("doi", said(identifier).removeprefix("doi:").strip())
    for uri in meta.findall("self-uri"):
        url = link_of(uri)
        if url.startswith("http") and not re.search(r"pdf|xml", uri.get("content-type", "") + url):
            front.take("canonical", url)


def _people(meta: Element, kinds: tuple[str, ...], institutions: dict[str, str]) -> Iterator[str]:
    """Yield the people of some *kinds*, as the field has them: ``Ann Clark <0000-0002-1825-0097> (University of Lund)``."""
    every = list(meta.iter("contrib-group"))
    groups = [g for g in every if g.get("content-type", "author") in ("author", "authors", "")]
    groups = groups if groups and "author" in kinds else every
    contribs = [c for group in groups for c in group.findall("contrib") if c.get("contrib-type", "") in kinds]
    everybody = [e for group in groups for e in group.findall("aff")] + meta.findall("aff")
    for contrib in contribs:
        name = _name(contrib)
        if not name:
            continue
        own = [_institution(e) for e in contrib.findall("aff")]
        own += [
            institutions[rid]
            for xref in contrib.findall("xref")
            for rid in xref.get("rid", "").split()
            if rid in institutions
        ]
        referring = any(xref.get("ref-type") == "aff" for xref in meta.iter("xref"))
        if not own and len(everybody) == 1 and not referring:
            own = [_institution(everybody[0])]
        where = "; ".join(dict.fromkeys(filter(None, own))).replace(";", ",")
        orcid = _orcid(contrib)
        yield f"{name}{f' <{orcid}>' if orcid else ''}{f' ({where})' if where else ''}"


def _name(contrib: Element) -> str:
    """Return the name of a person, ``Family, Given``, or of a body."""
    name = contrib.find("name")
    if name is None:
        name = contrib.find("name-alternatives/name")
    if name is None:
        name = contrib.find("string-name")
    if name is not None:
        text = person(name) if name.find("given-names") is not None else said(name)
    else:
        text = said(contrib.find("collab"), ("contrib-group", "aff", "xref"))
    return re.sub(r"[;<>()]", " ", text).strip()


def _institution(aff: Element) -> str:
    """Return an institution on one line, without the mark that refers to it."""
    copy = [
        child
        for child in children(aff)
        if child.tag in ("institution", "institution-wrap", "addr-line", "city", "state", "country")
    ]
    original = [e for e in aff.iter("institution") if e.get("content-type") == "original"]
    if original:
        text = said(original[0])
    elif copy and not re.search(r"\w", (aff.text or "") + "".join(c.tail or "" for c in aff)):
        text = ", ".join(filter(None, (parts(c) for c in copy)))
    else:
        text = said(aff, ("label", "sup", "email", "institution-id"))
    text = re.sub(r"^\s*[\d*†‡§¶]{1,3}\s*(?=\w)", "", text)
    return re.sub(
        r"\s*,(?:\s*,)+", ",", text.replace("(", "[").replace(")", "]").replace("<", "").replace(">", "")
    ).strip(" ,.;")


def _orcid(contrib: Element) -> str:
    """Return an ORCID iD."""
    for identifier in contrib.iter("contrib-id"):
        match = re.search(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", said(identifier))
        if match:
            return match[0]
    for link in (*contrib.iter("ext-link"), *contrib.iter("uri")):
        match = re.search(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", f"{link_of(link)} {said(link)}")
        if match:
            return match[1]
    return ""


def _date(meta: Element) -> str:
    """Return the date of publication, as far as it is told."""
    dates = {
        d.get("pub-type") or d.get("date-type") or "pub": _iso(d) for d in reversed(meta.findall("pub-date"))
    }
    whole = [dates[kind] for kind in _DATES if len(dates.get(kind, "")) == len("2000-01-01")]
    return next(iter([*whole, *(dates[kind] for kind in _DATES if dates.get(kind)), *dates.values()]), "")


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _iso(date: Element) -> str:
    """Return a date in ISO 8601, to the day, the month or the year."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", date.get("iso-8601-date", "")):
        return date.get("iso-8601-date", "")
    year, month, day = (said(date.find(name)) for name in ("year", "month", "day"))
    if month[:3].lower() in _MONTHS:
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    if not re.fullmatch(r"\d{4}", year):
        return ""
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return year
    if not (day.isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _license(meta: Element) -> str:
    """Return the address of the licence."""
    for licence in meta.iter("license"):
        found = [link_of(e) for e in licence.iter() if "creativecommons.org" in link_of(e)]
        found += [
            said(e)
            for e in licence.iter()
            if e.tag in ("license_ref", "ext-link") and said(e).startswith("http")
        ]
        found += re.findall(r"https?://creativecommons\.org/[\w/.-]+\w/?", said(licence))
        if found:
            return found[0]
    return ""


def _keywords(meta: Element) -> Iterator[str]:
    """Yield the keywords in the language of the article."""
    groups = [
        g
        for g in meta.findall("kwd-group")
        if g.get("kwd-group-type", "") in ("", "author", "author-keywords", "author-generated")
    ]
    groups = groups or meta.findall("kwd-group")
    for group in groups[:1]:
        for word in group.iter():
            if word.tag in ("kwd", "compound-kwd"):
                yield re.sub(r"[;,]", " ", said(word)).strip(" .")
