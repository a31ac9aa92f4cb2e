"""JATS, which archives take: the front from the article's record, body and notes by pandoc (ANSI/NISO Z39.96-2021, Publishing).

pandoc writes the text, the notes, and references by field. What JATS has a place of its own for is taken out of the text before: the
lines of the head, the standfirst, the biography, the lists of references. JATS4R's recommendations decide what the schema leaves open.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree import ElementTree as ET

from ...assets import ASSETS
from ...core.bridge.elements import document, element
from ...core.field_lines import place_of
from ...core.languages import language_of
from ...core.page_urls import page_url
from ...core.warnings import Subtype, warn
from ...text.characters import writable
from ...text.files import write_file
from .builder import ArticleBuilder
from .jats_front import NAMESPACES, XLINK, XML, article_type, child, front, move
from .jats_parts import divided, kept_apart
from .pandoc import run_pandoc

if TYPE_CHECKING:
    from ...core.works import Work
    from ...text.article import Article
    from .article import Parts

LANG = f"{XML}lang"
DOCTYPE = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN" '
    '"JATS-journalpublishing1-3-mathml3.dtd">\n'
)

_ALL = {
    "citationId": "*",
    "citationPrefix": [],
    "citationSuffix": [],
    "citationMode": element("NormalCitation"),
    "citationNoteNum": 0,
    "citationHash": 0,
}
"""A citation of all references, which pandoc then lists (pandoc's manual, ``nocite``)."""


class JatsBuilder(ArticleBuilder):
    """The builder ``eir-jats``: an XML file of each article, with its pictures beside it."""

    name = "eir-jats"
    suffix = ".xml"
    epilog = "The JATS files are in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/tiff",
    ]

    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Have pandoc write text and notes, and put the front before them."""
        if not article.issn:
            message = f"{path.name} isn't valid: JATS asks for the ISSN of the journal, in the field `issn` or eir_article_defaults"
            warn(Subtype.EXPORT, message, location=place_of(self.env, docname, "issn"))
        made = self._made(parts)
        language = language_of(self.env, docname)
        root = ET.Element(
            "article",
            {
                "article-type": article_type(article.kind),
                "dtd-version": "1.3",
                LANG: language,
            },
        )
        address = page_url(self, docname, article) or self.get_target_uri(docname)
        root.append(
            front(
                article,
                made.find("eir-title"),
                made.find("eir-abstract"),
                address,
                str(self.config.project),
                language,
            )
        )
        body = child(root, "body")
        body.extend(each for each in made if not each.tag.startswith("eir-") and each.tag != "back")
        if not len(body):
            child(body, "p")
        root.append(_back(made, parts.works))
        _free_pictures(root)
        _free_passages(root)
        self._copy_pictures(root, path)
        _mark_references(root)
        for prefix, uri in NAMESPACES.items():
            ET.register_namespace(prefix, uri)
        write_file(path, f"{DOCTYPE}{writable(ET.tostring(root, encoding='unicode'))}\n".encode())

    def _made(self, parts: Parts) -> ET.Element:
        """Return what pandoc writes: the parts that are kept apart, the text, and ``back``."""
        apart = divided(parts.body)
        references = [{**work.item, "id": name} for name, work in parts.works.items() if work.item]
        meta: dict[str, Any] = {}
        if references:
            meta["references"] = _as_meta(references)
            meta["nocite"] = element("MetaInlines", [element("Cite", [_ALL], [element("Str", "@*")])])
        text = run_pandoc(
            document([*kept_apart(parts.title, apart), *apart.body], meta),
            "jats_publishing+element_citations",
            options=[
                "--standalone",
                "--wrap=none",
                "--citeproc",
                f"--template={ASSETS / 'jats' / 'parts.xml'}",
            ],
            cache=self.cache,
        )
        return ET.fromstring(text)  # noqa: S314 - pandoc's, without a document type

    def _copy_pictures(self, root: ET.Element, path: Path) -> None:
        """Put the pictures into a folder beside the file, where the addresses of JATS lead."""
        folder = path.with_name(f"{path.stem}_files")
        for number, graphic in enumerate([*root.iter("graphic"), *root.iter("inline-graphic")], 1):
            source = Path(graphic.get(f"{XLINK}href", ""))
            if source.is_absolute() and source.is_file():
                name = f"picture{number}{source.suffix.lower()}"
                write_file(folder / name, source.read_bytes())
                graphic.set(f"{XLINK}href", f"{folder.name}/{name}")


def _as_meta(value: Any) -> dict[str, Any]:
    """Return plain data as metadata of pandoc's."""
    if isinstance(value, dict):
        return element("MetaMap", {str(name): _as_meta(each) for name, each in value.items()})
    if isinstance(value, (list, tuple)):
        return element("MetaList", [_as_meta(each) for each in value])
    if isinstance(value, bool):
        return element("MetaBool", value)
    return element("MetaString", str(value))


def _back(made: ET.Element, works: dict[str, Work]) -> ET.Element:
    """Return notes, biographies and lists of references."""
    back = ET.Element("back")
    theirs = made.find("back")
    by_field = {ref.get("id", "").removeprefix("ref-"): ref for ref in made.iter("ref")}
    if theirs is not None:
        back.extend(theirs.findall("fn-group"))
    for biography in made.findall("eir-biography"):
        bio = child(back, "bio")
        bio.extend(list(biography))
    for group in made.findall("eir-list"):
        listed = child(back, "ref-list")
        title = group.find("eir-heading")
        if title is not None:
            move(title, child(listed, "title"))
        for entry in group.findall("eir-entry"):
            listed.append(_reference(entry, by_field.get(entry.get("id", ""))))
    return back


def _reference(entry: ET.Element, by_field: ET.Element | None) -> ET.Element:
    """Return one work, by field where its fields are known, and as it is printed."""
    reference = ET.Element("ref", {"id": entry.get("id", "")} if entry.get("id") else {})
    fields = by_field.find("element-citation") if by_field is not None else None
    holder = reference
    if fields is not None and len(fields):
        holder = child(reference, "citation-alternatives")
        holder.append(fields)
    move(entry, child(holder, "mixed-citation"))
    return reference


def _free_pictures(root: ET.Element) -> None:
    """Let pictures of figures stand without the paragraph that pandoc puts them in beside an anchor: the schema has none there."""
    for figure in root.iter("fig"):
        for place, each in enumerate(list(figure)):
            picture = each.find("inline-graphic") if each.tag == "p" else None
            if picture is not None:
                picture.tag = "graphic"
                picture.tail = None
                figure[place] = picture


def _free_passages(root: ET.Element) -> None:
    """Say of each block of a passage which language it is in: pandoc would put the passage into a box."""
    speaking = {"p", "list", "def-list", "disp-quote", "table-wrap", "fig", "verse-group", "boxed-text"}
    for holder in list(root.iter()):
        for place in reversed(range(len(holder))):
            passage = holder[place]
            if passage.tag == "boxed-text" and set(passage.attrib) == {LANG}:
                blocks = list(passage)
                if all(each.tag in speaking for each in blocks):
                    for each in blocks:
                        each.set(LANG, each.get(LANG) or passage.attrib[LANG])
                    holder[place : place + 1] = blocks


def _mark_references(root: ET.Element) -> None:
    """Say of links what they lead to (JATS4R, "Citations"), raise the numbers of notes, and drop pandoc's own texts for machines."""
    kinds = {each.get("id"): "bibr" for each in root.iter("ref")}
    kinds |= {each.get("id"): "fn" for each in root.iter("fn")}
    kinds |= {each.get("id"): "fig" for each in root.iter("fig")}
    kinds |= {each.get("id"): "table" for each in root.iter("table-wrap")}
    kinds |= {each.get("id"): "sec" for each in root.iter("sec")}
    for link in root.iter("xref"):
        link.attrib.pop("alt", None)
        kind = kinds.get(link.get("rid"))
        if kind:
            link.set("ref-type", kind)
        if kind == "fn" and not len(link):  # as it stands, a reader made 21 0001 of 21 000 and a note
            link.text, child(link, "sup").text = None, link.text
