"""Blocks → Typst: pandoc's writer, and raw Typst for what it has no form for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.bridge.anchors import WITH_ATTRIBUTES
from ...core.bridge.elements import element
from ...core.bridge.inlines import DECORATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...core.bridge.elements import Element

ASIDES = (
    "admonition",
    "attention",
    "caution",
    "danger",
    "error",
    "hint",
    "important",
    "note",
    "seealso",
    "sidebar",
    "tip",
    "topic",
    "warning",
)
"""Classes of what stands in a frame."""

OWN = (
    "eir-about-author",
    "eir-abstract",
    "eir-affiliation",
    "eir-author",
    "eir-bibliography",
    "eir-byline",
    "eir-canonical",
    "eir-corrections",
    "eir-dash",
    "eir-dates",
    "eir-entry",
    "eir-foot",
    "eir-keywords",
    "eir-label",
    "eir-media",
    "eir-notes",
    "eir-pull-quote",
    "eir-pulled-words",
    "eir-standfirst",
    "eir-subtitle",
    "rubric",
)
"""Classes for which the template has a function of the same name."""


TITLE = "title"
"""The name of an article's title, after the prefix of its labels."""

ARTICLE = "eir-article:"
"""The beginning of an address that is an article's docname: in the PDF of an issue that has the article, it leads there."""


class Typesetting:
    """The Typst of one article. ``pictures`` are the files that it needs: name in the folder of the article → path.

    Labels begin with *prefix*, which sets those of one article apart from those of others in the same PDF. Of a docname, *prefix_of*
    tells the prefix, and *page_of* the address of its page.
    """

    def __init__(
        self,
        prefix: str = "",
        prefix_of: Callable[[str], str] = str,
        page_of: Callable[[str], str] = str,
    ) -> None:
        self.prefix = prefix
        self.prefix_of, self.page_of = prefix_of, page_of
        self.pictures: dict[str, Path] = {}
        self.without_text: list[str] = []
        """Pictures that have no alternative text."""

    def blocks(self, parts: Iterable[Any]) -> list[Any]:
        """Return *parts* with raw Typst in the place of anchors, pictures, and blocks with a class of :data:`OWN`."""
        made: list[Any] = []
        for part in parts:
            made += self._element(part) if isinstance(part, dict) and "t" in part else [self._inner(part)]
        return made

    def _inner(self, part: Any) -> Any:
        return self.blocks(part) if isinstance(part, list) else part

    def _element(self, part: Element) -> list[Element]:
        kind: str = part["t"]
        content: Any = part.get("c")
        if kind == "Image":
            return [self._picture(content)]
        if kind == "DefinitionList":
            content = [[_on_one_line(self.blocks(terms)), self._inner(rest)] for terms, rest in content]
            return [{**part, "c": content}]
        if kind == "Math":  # its TeX is what it is called
            named = f"#[#set math.equation(alt: {string(content[1])})\n"
            return [_raw("Span", named), part, _raw("Span", "]")]
        if kind in {"Span", "Div"}:
            (identifier, classes, pairs), inside = content
            anchor = [_raw(kind, f"#metadata(none){label(self.prefix + identifier)}")] if identifier else []
            made = (
                self._span(inside, dict(pairs)) if kind == "Span" else self._div(inside, classes, dict(pairs))
            )
            return [*anchor, *made]
        if "c" not in part:
            return [part]
        made = self._named(kind, self._inner(content)) if isinstance(content, list) else content
        return self._link(made) if kind == "Link" else [{**part, "c": made}]

    def _named(self, kind: str, content: list[Any]) -> list[Any]:
        """Return the *content* of an element with the prefix before its name, and before that which it leads to."""
        if not self.prefix:
            return content
        if kind == "Link":
            (*before, (address, title)) = content
            return [*before, [f"#{self.prefix}{address[1:]}" if address.startswith("#") else address, title]]
        if (place := WITH_ATTRIBUTES.get(kind)) is None or not content[place][0]:
            return content
        (identifier, *rest) = content[place]
        return [*content[:place], [self.prefix + identifier, *rest], *content[place + 1 :]]

    def _link(self, content: list[Any]) -> list[Element]:
        """Return the link with this *content*: to another article, it leads to its place in the PDF of an issue that has both."""
        (*_attributes, inside, (target, _title)) = content
        if not target.startswith(ARTICLE):
            return [element("Link", *content)]
        docname, mark, place = target.removeprefix(ARTICLE).partition("#")
        name = self.prefix_of(docname) + (place or TITLE)
        page = self.page_of(docname)
        address = f"{page}{mark}{place}" if page else ""
        return [_raw("Span", f"#eir-link({string(name)}, {string(address)})["), *inside, _raw("Span", "]")]

    def _span(self, inside: list[Element], attributes: dict[str, str]) -> list[Element]:
        made = self.blocks(inside)
        if said := spoken(attributes):
            return [_raw("Span", f"#text({said})["), *made, _raw("Span", "]")]
        return made

    def _div(self, inside: list[Element], classes: list[str], attributes: dict[str, str]) -> list[Element]:
        made = self.blocks(inside)
        if said := spoken(attributes):
            made = [_raw("Div", f"#[\n#set text({said})"), *made, _raw("Div", "]")]
        functions = [name for name in classes if name in OWN] + [
            "aside" for name in classes if name in ASIDES
        ]
        for name in functions:
            made = [_raw("Div", f"#{name}["), *made, _raw("Div", "]")]
        return made

    def _picture(self, content: list[Any]) -> Element:
        (_identifier, classes, pairs), alternative, (address, _title) = content
        path = Path(address)
        if not path.is_file():
            return element("Emph", alternative)
        name = f"picture{len(self.pictures) + 1}{path.suffix.lower()}"
        self.pictures[name] = path
        text = "".join(part["c"] if part["t"] == "Str" else " " for part in alternative)
        is_decoration = DECORATION in classes
        if not text and not is_decoration:
            self.without_text.append(path.name)
        sizes = "".join(f", {side}: {size}" for side, typed in pairs if (size := length(typed)))
        alternatives = f", alt: {string(text)}" if text else ""
        picture = f"box(image({string(name)}{alternatives}{sizes}))"
        return _raw("Span", f"#pdf.artifact({picture})" if is_decoration else f"#{picture}")


def _on_one_line(terms: list[Element]) -> list[Element]:
    """Return *terms*, of which Typst's markup has one to a line: pandoc ends that with a line break."""
    return [_raw("Span", "#linebreak()") if part["t"] == "LineBreak" else part for part in terms]


def _raw(kind: str, text: str) -> Element:
    return element("RawInline" if kind == "Span" else "RawBlock", "typst", text)


def spoken(attributes: dict[str, str]) -> str:
    """Return language and direction of an element as arguments of Typst's ``text``; nothing for one that doesn't say them."""
    language = attributes.get("lang", "").partition("-")[0]
    if not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
        return ""
    direction = attributes.get("dir", "")
    return f"lang: {string(language)}" + (f", dir: {direction}" if direction in ("ltr", "rtl") else "")


def string(text: str) -> str:
    """Return *text* as a string of Typst (Typst reference, "String")."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + " ".join(escaped.split()) + '"'


def optional(text: str) -> str:
    """Return *text* as a string of Typst, or ``none`` where there is none."""
    return string(text) if text else "none"


def strings(texts: Iterable[str]) -> str:
    """Return *texts* as an array of strings."""
    return "(" + "".join(f"{string(text)}, " for text in texts) + ")"


def label(identifier: str) -> str:
    """Return the label *identifier*."""
    return f"#label({string(identifier)})"


def length(typed: str) -> str:
    """Return a length of docutils or HTML as one of Typst, or nothing. A pixel is 1/96 of an inch."""
    number = typed.rstrip("abcdefghijklmnopqrstuvwxyz%")
    unit = typed[len(number) :]
    try:
        value = float(number)
    except ValueError:
        return ""
    if unit == "px":
        return f"{value * 0.75:g}pt"
    if unit == "pc":
        return f"{value * 12:g}pt"
    return f"{value:g}{unit}" if unit in {"pt", "em", "cm", "mm", "in", "%"} else ""
