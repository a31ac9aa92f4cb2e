"""A CSL style, read and prepared: its parent found, parts of its output marked.

A style is prepared once, as text. What the preparation is for:

- A dependent style's parent is looked for on this machine; pandoc would go to the network.
- If the author's order is to stand, the citation layout doesn't sort. Styles that number their entries sort even then,
  since ``[1-3]`` needs it.
- Each kind of locator gets a private name (:func:`locator_term`), so that what is sent doesn't depend on the words
  of a language.
- The layout, locators, numbers of notes and the sign for *and* are marked (:mod:`.marks`), so that an answer can be cut.
- Where pandoc does otherwise than the specification says, :mod:`.repairs` and :mod:`.elements` put it right.
"""

from __future__ import annotations

import copy
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from ..assets import ASSETS
from ..text.files import is_file
from . import marks, terms
from .elements import repair_elements
from .repairs import BY_CITE, CSL, repair
from .shipped import NAMES, SHIPPED
from .xmltext import XmlError, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DIRECTORY = ASSETS / "styles"

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_PARENTS = 5
"""Dependent styles that depend on dependent styles are not valid, but they exist; circles, too."""


STRAIGHT = re.compile(r"(?<!\w)'(?!\w)")
"""A straight quotation mark at the edge of an affix, and no apostrophe."""
RAISING = frozenset(("uppercase", "capitalize-all"))


class StyleError(ValueError):
    """A style that can't be read. The error says what is wrong and how to mend it."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


@dataclass(frozen=True)
class Style:
    """A CSL style, read by :func:`read_style` and prepared for pandoc."""

    name: str
    """The name of its file, without ``.csl``."""
    path: Path
    """The file that was read: of a dependent style, the style's own."""
    prepared: str
    """The style as pandoc gets it."""
    light: str
    """The same without telling all authors apart by given names, which takes minutes for a thousand entries."""
    digest: str
    """Of all that decides how it formats."""
    is_note: bool
    """True if its citations are notes."""
    is_numeric: bool
    """True if its citations are the numbers of entries."""
    groups_names: bool
    """True if it sets works whose authors read alike together in a citation."""
    delimiters: tuple[str, str] | None
    """What stands between works of several authors in a citation, and between those of one, where pandoc confuses them."""
    has_bibliography: bool
    """True if it prints a bibliography."""
    prints_locators: bool
    """True if its citations print page numbers and other locators, or ask for them and decide."""
    sorts_numbers: bool
    """True if the numbers in a citation stand in their own order, not in the author's."""
    lists_as_cited: bool
    """True if its bibliography has the order of the citations."""
    aside: tuple[str, str]
    """What stands around a locator that it doesn't print, and that is added."""
    spare_labels: tuple[str, ...]
    """Kinds of locators in whose places others, which pandoc doesn't know, can stand, if nothing is cited by the former."""
    stand_ins: tuple[tuple[str, str], ...]
    """Variables of names, and for each one that has the same names without their particles, for sorting."""
    default_locale: str
    """A language tag, or nothing."""
    languages: frozenset[str]
    """The language tags for which it has words of its own."""
    titles_in_capitals: bool
    """True if it sets titles with capital letters, as is the manner in English, and none in capitals throughout."""
    stops_within: tuple[tuple[str, bool], ...]
    """True or false for stops before closing quotation marks, as the style itself says, by language tag; an empty tag is for all."""
    files: tuple[Path, ...]
    """The files that it was read from: a change of any of them is a change of the style."""
    messages: tuple[str, ...] = ()
    """Problems that don't prevent its use."""


def read_style(path: Path | str, search: Iterable[Path] = (), *, keep_order: bool = False) -> Style:
    """Return the CSL style at *path*, or a shipped one for its name, such as ``eir-harvard``.

    The parent of a dependent style is looked for beside it, in the directory above it, and in the directories *search*;
    nothing is downloaded. With *keep_order*, the entries of a citation stay in the author's order though the style
    sorts them, unless their numbers are cited. Raises :class:`StyleError` for a file that can't be read or isn't a
    style of CSL 1.0.
    """
    path = DIRECTORY / f"{path}.csl" if str(path) in NAMES else Path(path)
    root, files = _independent(path, [path.parent, path.parent.parent, *search])
    citation = root.find(f"{CSL}citation")
    layout = None if citation is None else citation.find(f"{CSL}layout")
    if citation is None or layout is None:
        raise StyleError(path, "no CSL style: it has no <citation> with a <layout>")
    if wrong := _wrong_macros(root):
        raise StyleError(path, wrong)
    used = list(_used(root, citation))
    style_class = root.get("class", "in-text")
    is_numeric = any(_is_of(element, "citation-number") for element in used)
    has_bibliography = root.find(f"{CSL}bibliography") is not None
    spare_labels = tuple(_spare_labels(root))
    aside = _aside(layout) if is_numeric else (", ", "")
    stand_ins = _prepare(root)
    if keep_order and not is_numeric:
        for sort in citation.findall(f"{CSL}sort"):
            citation.remove(sort)
    if (
        style_class != "note"
    ):  # there the note itself is apart, and must begin with a letter to get a capital one
        _affix(layout, marks.BEFORE, marks.START, marks.END, marks.AFTER)
    prepared = ET.tostring(root, encoding="unicode")
    light = _without_given_names(root)
    return Style(
        name=path.stem,
        path=path,
        prepared=prepared,
        light=light,
        digest=hashlib.sha256(prepared.encode()).hexdigest(),
        is_note=style_class == "note",
        is_numeric=is_numeric,
        delimiters=_delimiters(citation, layout),
        groups_names=not is_numeric
        and style_class != "note"
        and not {"collapse", "cite-group-delimiter"}.isdisjoint(citation.attrib),
        has_bibliography=has_bibliography,
        prints_locators=any(_is_of(element, "locator") or _asks(element, "locator") for element in used),
        lists_as_cited=root.find(f"{CSL}bibliography/{CSL}sort") is None,
        sorts_numbers=is_numeric and _sorts_numbers(citation),
        aside=aside,
        spare_labels=spare_labels,
        stand_ins=stand_ins,
        default_locale=root.get("default-locale", ""),
        languages=frozenset(filter(None, (one.get(LANG) for one in root.iterfind(f"{CSL}locale")))),
        titles_in_capitals=_capitals_in_titles(root),
        stops_within=tuple(_stops_within(root)),
        files=tuple(files),
        messages=() if has_bibliography else (f"{path}: the style has no bibliography: none is printed",),
    )


@cache
def shipped_style(name: str = SHIPPED) -> Style:
    """Return the style *name* of those that this package brings."""
    return read_style(name)


@cache
def words_style() -> Style:
    """Return the style that prints words of a language."""
    return read_style(DIRECTORY / "words.csl")


@cache
def locator_style() -> Style:
    """Return the style that prints a citation's locator alone, in any language."""
    return read_style(DIRECTORY / "locator.csl")


def locator_term(label: str) -> str:
    """Return the private name of a kind of locator: one word of letters, as pandoc splits at everything else."""
    return f"eirlocator{label.replace('-', '')}"


def in_place(style: str, aliases: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return a prepared *style* in which kinds of locators stand in the places of others, which pandoc knows.

    *aliases* has the other for each kind; *words* has the kind's terms, by ``kind/form/number`` as :mod:`.words` names them.
    """
    root = ET.fromstring(style)  # noqa: S314 - it was parsed, checked and written here
    taken = {*aliases.values()}
    for element in root.iter():
        if kinds := element.get("locator"):
            kept = [aliases.get(kind, kind) for kind in kinds.split() if kind not in taken]
            element.set("locator", " ".join(kept) or "none")
    own = {
        str(term.get("name")): term.text or ""
        for term in root.iter(f"{CSL}term")
        if term.get("form", "long") == "long"
    }
    for group in root.iter(f"{CSL}terms"):
        _move_terms(group, aliases)
    made = ET.Element(f"{CSL}locale")
    group = ET.SubElement(made, f"{CSL}terms")
    for kind, other in aliases.items():
        for name, form in product(_spellings(other), ("long", "short", "symbol")):
            term = ET.SubElement(group, f"{CSL}term", {"name": name, "form": form})
            for number in ("single", "multiple"):
                ET.SubElement(term, f"{CSL}{number}").text = words.get(f"{kind}/{form}/{number}") or own.get(
                    kind, ""
                )
    last = max(place for place, element in enumerate(root) if element.tag == f"{CSL}locale")
    root.insert(last + 1, made)  # behind the style's own words, which count first
    return ET.tostring(root, encoding="unicode")


def _move_terms(group: ET.Element, aliases: Mapping[str, str]) -> None:
    """Put the style's own words for kinds of locators in the places of those that have the names of *aliases*."""
    taken = {name for alias in aliases.values() for name in _spellings(alias)}
    for term in [term for term in group.findall(f"{CSL}term") if term.get("form") != "verb-short"]:
        if (name := term.get("name", "")) in taken:
            group.remove(term)
        for spelling in _spellings(aliases[name]) if name in aliases else ():
            copied = copy.deepcopy(term)
            copied.set("name", spelling)
            group.append(copied)


# Finding


def _independent(path: Path, places: list[Path]) -> tuple[ET.Element, list[Path]]:
    """Return the root of the style at *path*, or of the independent style that it depends on, and the files read."""
    root = _root(path)
    files = [path]
    default_locale = root.get("default-locale")
    while root.find(f"{CSL}citation") is None and (parent := _parent(root)) is not None:
        name = Path(unquote(urlsplit(parent).path)).name.removesuffix(".csl")
        found = next((file for place in places if is_file(file := place / f"{name}.csl")), None)
        if not name or found is None:
            raise StyleError(
                path, f"it depends on the style {parent}: download that as {name or '…'}.csl, beside this one"
            )
        if len(files) > MOST_PARENTS or found in files:
            raise StyleError(path, f"the styles that it depends on never end: {found} is one of them")
        root = _root(found)
        files.append(found)
    if default_locale:
        root.set("default-locale", default_locale)
    return root, files


def _root(path: Path) -> ET.Element:
    try:
        root = parse_xml(path.read_bytes())
    except OSError as error:
        raise StyleError(path, f"the style can't be read: {error.strerror or error}") from None
    except XmlError as error:
        raise StyleError(path, f"no CSL style: line {error.line}: {error}") from None
    if root.tag != f"{CSL}style":
        tag = root.tag.rpartition("}")[2]
        raise StyleError(
            path, f"no CSL style: its root is <{tag}>, not <style> of http://purl.org/net/xbiblio/csl"
        )
    if not root.get("version", "").startswith("1.0"):
        version = root.get("version")
        raise StyleError(
            path, f"a style of CSL {version}, not 1.0" if version else 'the style doesn\'t say version="1.0"'
        )
    return root


def _parent(root: ET.Element) -> str | None:
    for link in root.iterfind(f"{CSL}info/{CSL}link"):
        if link.get("rel") == "independent-parent":
            return link.get("href", "")
    return None


# Asking


def _used(root: ET.Element, part: ET.Element) -> Iterator[ET.Element]:
    """Yield the elements that *part* prints, those of macros included."""
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{CSL}macro")}
    waiting, seen = [part], set()
    while waiting:
        element = waiting.pop()
        if element.tag == f"{CSL}sort":
            continue
        yield element
        waiting.extend(element)
        name = element.get("macro")
        if name in macros and name not in seen:
            seen.add(name)
            waiting.append(macros[name])


def _wrong_macros(root: ET.Element) -> str:
    """Return a message if a macro that *root* uses is missing, or prints itself without end."""
    prints = {
        macro.get("name"): {name for element in macro.iter() if (name := element.get("macro"))}
        for macro in root.iterfind(f"{CSL}macro")
    }
    for name in sorted({name for element in root.iter() if (name := element.get("macro"))}):
        if name not in prints:
            return f"the style uses the macro {name!r}, which it doesn't define"
    try:
        tuple(TopologicalSorter(prints).static_order())
    except CycleError as error:
        return f"the style's macro {error.args[1][0]!r} prints itself without end"
    return ""


def _is_of(element: ET.Element, variable: str) -> bool:
    """Say if *element* prints *variable*."""
    return element.tag in (f"{CSL}text", f"{CSL}number") and element.get("variable") == variable


def _asks(element: ET.Element, variable: str) -> bool:
    """Say if *element* is a condition that asks for *variable*."""
    return element.tag in (f"{CSL}if", f"{CSL}else-if") and variable in element.get("variable", "").split()


def _is_sign(element: ET.Element) -> bool:
    """Say if *element* is the term for the sign for *and*."""
    return element.tag == f"{CSL}term" and element.get("name") == "and" and element.get("form") == "symbol"


def _capitals_in_titles(root: ET.Element) -> bool:
    """Say if *root* sets words of titles with capital letters, and none in capitals throughout."""
    cases = {element.get("text-case") for element in root.iter() if "title" in str(element.attrib)}
    return "title" in cases and not cases & RAISING


def _sorts_numbers(citation: ET.Element) -> bool:
    """Say if *citation* sorts by the numbers of its entries alone."""
    keys = [
        (key.get("variable"), key.get("sort", "ascending"))
        for key in citation.iterfind(f"{CSL}sort/{CSL}key")
    ]
    return keys == [("citation-number", "ascending")]


SPARE_LABELS = ("folio", "opus", "column", "line", "verse", "book", "figure", "paragraph", "sub-verbo")
"""Kinds of locators that may stand in for others where a context doesn't use them: no variable has the name of one of them."""


def _spare_labels(root: ET.Element) -> list[str]:
    """Return the labels that the style never names, and behind them those that it names as kinds of locators only."""
    in_all, in_words = _named(root, kinds=True), _named(root, kinds=False)
    return sorted((label for label in SPARE_LABELS if label not in in_words), key=in_all.__contains__)


def _named(root: ET.Element, *, kinds: bool) -> set[str]:
    """Return what *root* names, with or without conditions and terms for *kinds* of locators."""
    values = (
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if kinds or (name != "locator" and element.tag != f"{CSL}term")
    )
    named = {word for value in values for word in value.split()}
    return named | {"sub-verbo"} if "verbo" in named else named  # CSL spells it with a space as well


def _aside(layout: ET.Element) -> tuple[str, str]:
    """Return what stands around a locator beside a number, so that it isn't taken for another number."""
    if any(element.get("vertical-align") == "sup" for element in layout.iter()):
        return "(", ")"
    return (" [", "]") if "(" in layout.get("prefix", "") else (" (", ")")


def _delimiters(citation: ET.Element, layout: ET.Element) -> tuple[str, str] | None:
    """Return the delimiters of a citation and of a group in it, if pandoc sets the former in groups, too: if years are collapsed."""
    if citation.get("collapse") != "year" or "after-collapse-delimiter" in citation.attrib:
        return None
    return layout.get("delimiter", ""), citation.get("cite-group-delimiter", ", ")


# Preparing


def _prepare(root: ET.Element) -> tuple[tuple[str, str], ...]:
    """Prepare *root*, and return the variables of names and those that stand in for them."""
    for info in root.iterfind(f"{CSL}info"):
        for link in info.findall(f"{CSL}link"):
            info.remove(link)  # pandoc would fetch a parent, even of a style that has all it needs
    stand_ins = repair_elements(root)
    repair(root)
    for element in root.iter():
        for affix in ("prefix", "suffix"):
            if "'" in element.get(affix, ""):
                element.set(affix, STRAIGHT.sub(marks.QUOTE, element.get(affix, "")))
        if _is_of(element, "locator"):
            _affix(element, "", marks.LOCATOR, marks.LOCATOR_END, "")
        elif _is_of(element, "first-reference-note-number"):
            _affix(element, "", marks.NOTE, marks.NOTE_END, "")
        elif _is_sign(element):
            element.text = (element.text or "") + marks.AND
    root[1:1] = [_private_terms(), *_marked_signs(root)]  # behind <info>, where the schema has them
    return stand_ins


def _stops_within(root: ET.Element) -> Iterator[tuple[str, bool]]:
    for locale in root.iterfind(f"{CSL}locale"):
        for options in locale.iterfind(f"{CSL}style-options"):
            if said := options.get("punctuation-in-quote"):
                yield locale.get(LANG, ""), said == "true"


def _affix(element: ET.Element, before: str, start: str, end: str, after: str) -> None:
    """Put marks around *element*'s prefix and suffix."""
    element.set("prefix", before + element.get("prefix", "") + start)
    element.set("suffix", end + element.get("suffix", "") + after)


def _spellings(label: str) -> list[str]:
    """Return the spellings of a term: pandoc has it with a space in one place and with a hyphen in another."""
    return sorted({label, label.replace("-", " ")})


def _private_terms() -> ET.Element:
    """Return a locale, for all languages, in which each kind of locator has a private name.

    It takes the form ``verb-short``, in which no style prints a locator's label.
    """
    locale = ET.Element(f"{CSL}locale")
    group = ET.SubElement(locale, f"{CSL}terms")
    for label in sorted(terms.PRINTED):
        for name in _spellings(label):
            term = ET.SubElement(group, f"{CSL}term", {"name": name, "form": "verb-short"})
            term.text = locator_term(label)
    return locale


def _marked_signs(root: ET.Element) -> Iterator[ET.Element]:
    """Yield a locale, for all languages, in which the sign for *and* is marked; none if the style has a sign of its own.

    Where a language of CSL's library has no sign, pandoc prints the English one.
    """
    if not any(_is_sign(term) for term in root.iter(f"{CSL}term")):
        locale = ET.Element(f"{CSL}locale")
        group = ET.SubElement(locale, f"{CSL}terms")
        ET.SubElement(group, f"{CSL}term", {"name": "and", "form": "symbol"}).text = f"&{marks.AND}"
        yield locale


def _without_given_names(root: ET.Element) -> str:
    """Return *root* without given names that tell authors apart, unless they do so cite by cite: that is fast for any number."""
    root = copy.deepcopy(root)
    for element in root.iter(f"{CSL}citation"):
        if element.get("givenname-disambiguation-rule", BY_CITE) != BY_CITE:
            element.attrib.pop("disambiguate-add-givenname", None)
    return ET.tostring(root, encoding="unicode")
