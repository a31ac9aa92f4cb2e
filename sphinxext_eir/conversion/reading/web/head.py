"""What a page says of its article: JSON-LD, Highwire's ``citation_*``, Dublin Core, Open Graph, links, dates and bylines.

schema.org/Article; Google Scholar's inclusion guidelines; DCMI's "Expressing Dublin Core in HTML"; ogp.me.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from ....text.fields import FieldError
from ....text.frontmatter import FIELDS
from ...outcome import Message
from ...wording import folded
from .bylines import author_name, iso_day, people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .tree import Node

_ARTICLES = re.compile(
    r"\w*Article | BlogPosting | Report | Review | CreativeWork | Chapter | Thesis | WebPage",
    re.VERBOSE,
)
_PAGES = ("WebPage", "CreativeWork")
_SITE = re.compile(r"\s+(?:[|–—•·»«:-]|::)\s+")

_META: dict[str, tuple[tuple[str, ...], ...]] = {
    "title": (("citation_title",), ("dc.title", "dcterms.title"), ("og:title",), ("twitter:title",)),
    "author": (
        ("citation_author",),
        ("dc.creator", "dcterms.creator"),
        ("article:author", "og:article:author"),
        ("author", "parsely-author", "sailthru.author"),
    ),
    "translator": (("citation_translator",),),
    "date": (
        ("citation_publication_date", "citation_date", "citation_online_date"),
        ("dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date", "dcterms.date"),
        ("article:published_time", "og:article:published_time"),
        ("date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date"),
    ),
    "updated": (("dcterms.modified",), ("article:modified_time", "og:updated_time"), ("last-modified",)),
    "description": (("og:description",), ("dc.description", "dcterms.abstract"), ("description",)),
    "keywords": (("citation_keywords",), ("dc.subject",), ("article:tag",), ("keywords", "news_keywords")),
    "journal": (("citation_journal_title",), ("prism.publicationname",)),
    "publisher": (("citation_publisher",), ("dc.publisher", "dcterms.publisher"), ("og:site_name",)),
    "issn": (("citation_issn",), ("prism.issn",)),
    "doi": (("citation_doi",), ("dc.identifier.doi", "prism.doi")),
    "volume": (("citation_volume",), ("prism.volume",)),
    "issue": (("citation_issue",), ("prism.number",)),
    "first-page": (("citation_firstpage",), ("prism.startingpage",)),
    "last-page": (("citation_lastpage",), ("prism.endingpage",)),
    "image": (("og:image", "og:image:url"), ("twitter:image",)),
    "license": (("dc.rights.license", "dcterms.license"),),
    "canonical": (("og:url",),),
}
"""Field → groups of names of ``<meta>``, those most to be trusted first."""


@dataclass(frozen=True)
class Said:
    """A value of a field, and where the page says it."""

    by: str
    values: tuple[str, ...]


@dataclass
class PageHead:
    """What a page says of its article."""

    title: str = ""
    authors: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    base: str = ""
    """The address that relative links start from."""


def read_head(nodes: Sequence[Node], address: str = "") -> PageHead:
    """Read what the page of *nodes*, kept from *address*, says of its article in what readers don't see."""
    head = PageHead()
    metas, links = _metas(nodes), _links(nodes)
    said: dict[str, list[Said]] = {}
    for name, groups in _META.items():
        for names in groups:
            values = tuple(dict.fromkeys(v for one in names for v in metas.get(one, ())))
            if values:
                said.setdefault(name, []).append(Said(_where(names[0]), values))
    for name, values in _json_ld(nodes).items():
        if values:
            # Between what was written for libraries, and what was written for links.
            place = sum(one.by in ("citation_*", "Dublin Core") for one in said.get(name, ()))
            said.setdefault(name, []).insert(place, Said("JSON-LD", values))
    if canonical := links.get("canonical"):
        said.setdefault("canonical", []).insert(0, Said("rel=canonical", (canonical,)))
    if licence := links.get("license"):
        said.setdefault("license", []).append(Said("rel=license", (licence,)))
    address = address or _saved_from(nodes)
    found = urljoin(address, said["canonical"][0].values[0]) if "canonical" in said else address
    head.base = urljoin(found or address, links.get("base", "")) if links.get("base") else found or address
    head.title = _title(nodes, said)
    for name in _META:
        if name != "title" and (value := _settled(name, said.get(name, []), head)):
            head.fields[name] = value
    if head.authors:
        head.fields["author"] = _with_particulars(head.authors, nodes)
    if re.match(r"https?://", found):
        head.fields["canonical"] = found
    elif "canonical" in head.fields:
        del head.fields["canonical"]
    if "image" in head.fields:
        head.fields["image"] = urljoin(head.base, head.fields["image"])
    _keep_readable(head)
    return head


def _where(name: str) -> str:
    """Return which standard a name of ``<meta>`` belongs to."""
    for beginning, by in (
        ("citation_", "citation_*"),
        ("dc", "Dublin Core"),
        ("prism", "PRISM"),
        ("og:", "Open Graph"),
        ("article:", "Open Graph"),
    ):
        if name.startswith(beginning):
            return by
    return f"<meta name={name}>"


def _metas(nodes: Sequence[Node]) -> dict[str, list[str]]:
    """Return the contents of ``<meta>`` by name, in lower case."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        if node.tag == "meta" and node.get("content").strip():
            name = (node.get("name") or node.get("property") or node.get("itemprop")).lower()
            found.setdefault(name, []).append(" ".join(node.get("content").split()))
    return found


def _links(nodes: Sequence[Node]) -> dict[str, str]:
    """Return the addresses of ``<link>``, ``<base>`` and of the licence, by relation."""
    found: dict[str, str] = {}
    for node in nodes:
        if node.tag == "base" and node.get("href"):
            found.setdefault("base", node.get("href"))
        elif node.tag in ("link", "a") and node.get("rel"):
            for relation in node.get("rel").lower().split():
                if relation == "license" or node.tag == "link":
                    found.setdefault(relation, node.get("href"))
    return found


def _saved_from(nodes: Sequence[Node]) -> str:
    """Return the address that a browser noted down when it saved the page; browsers write it as a comment, which isn't kept."""
    for node in nodes:
        if node.tag == "link" and node.get("rel").lower() == "shortlink":
            return node.get("href") if node.get("href").startswith("http") else ""
    return ""


def _title(nodes: Sequence[Node], said: dict[str, list[Said]]) -> str:
    """Return the title: as the metadata have it, or else that of the window without the name of the site."""
    if said.get("title"):
        return said["title"][0].values[0]
    window = next(
        (
            n.children[0].text
            for n in nodes
            if n.tag == "title" and n.children and not any(a.tag == "svg" for a in n.above())
        ),
        "",
    )
    window = " ".join(window.split())
    parts = _SITE.split(window)
    return _headed_part(nodes, window) or max(parts, key=len)


def _headed_part(nodes: Sequence[Node], window: str) -> str:
    """Return the beginning of the title of a *window* that is a heading of the page, and that the name of the site may follow."""
    headings = {
        folded(n.said()) for n in nodes if n.tag in ("h1", "h2") and not n.hidden and not names_site(n)
    }
    beginnings = [window[: one.start()] for one in _SITE.finditer(window)]
    return next((one for one in reversed(beginnings) if folded(one) in headings), "")


def names_site(node: Node) -> bool:
    """Say if a heading names the site and not the article."""
    return any(_OF_SITE.search(one.names) for one in (node, *node.above()))


_OF_SITE = re.compile(r"logo|site-title|site-name|masthead|brand", re.IGNORECASE)


def title_of_window(nodes: Sequence[Node]) -> str:
    """Return the title of the window."""
    return next((" ".join(n.children[0].text.split()) for n in nodes if n.tag == "title" and n.children), "")


# JSON-LD


def _json_ld(nodes: Sequence[Node]) -> dict[str, tuple[str, ...]]:
    """Return the fields of the article that the page describes in JSON-LD."""
    things: list[dict[str, Any]] = []
    for node in nodes:
        if node.tag == "script" and "ld+json" in node.get("type"):
            text = "".join(child.text for child in node.children)
            try:
                things += _things(json.loads(re.sub(r"^\s*<!--|-->\s*$|[\x00-\x1f]", " ", text)))
            except (ValueError, RecursionError):
                continue
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    articles = [thing for thing in things if any(_ARTICLES.fullmatch(kind) for kind in _kinds(thing))]
    articles.sort(key=lambda thing: any(kind in _PAGES for kind in _kinds(thing)))
    if not articles:
        return {}
    article = articles[0]
    if any(kind in _PAGES for kind in _kinds(article)) and not (
        article.get("headline") or article.get("author")
    ):
        return {}
    publishers = _names(article.get("publisher"), by_id)
    authors = tuple(
        name
        for name in _names(article.get("author") or article.get("creator"), by_id)
        if name not in publishers
    )
    part_of = article.get("isPartOf")
    journal = (
        _names(part_of, by_id)
        if isinstance(part_of, dict) and "Periodical" in str(part_of.get("@type"))
        else ()
    )
    return {
        "title": _texts(article.get("headline") or article.get("name")),
        "author": authors,
        "translator": _names(article.get("translator"), by_id),
        "date": _texts(article.get("datePublished") or article.get("dateCreated")),
        "updated": _texts(article.get("dateModified")),
        "description": _texts(article.get("description") or article.get("abstract")),
        "keywords": _texts(article.get("keywords")),
        "publisher": publishers[:1],
        "journal": journal[:1],
        "license": _texts(article.get("license")),
        "image": _addresses(article.get("image"), by_id)[:1],
    }


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects in a piece of JSON-LD."""
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict) and depth < 20:
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "image"):
            if isinstance(value.get(name), (dict, list)):
                yield from _things(value[name], depth + 1)


def _kinds(thing: dict[str, Any]) -> tuple[str, ...]:
    """Return the types of a thing."""
    kinds = thing.get("@type")
    return tuple(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Return the names of people or institutions."""
    if isinstance(value, list):
        return tuple(name for one in value for name in _names(one, by_id))
    if isinstance(value, dict):
        whole = value if "name" in value else by_id.get(str(value.get("@id")), value)
        return _texts(whole.get("name"))
    return _texts(value) if isinstance(value, str) and not re.match(r"https?:|#", value) else ()


def _addresses(value: Any, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Return the addresses of pictures."""
    if isinstance(value, list):
        return tuple(address for one in value for address in _addresses(one, by_id))
    if isinstance(value, dict):
        whole = value if "url" in value or "contentUrl" in value else by_id.get(str(value.get("@id")), value)
        return _texts(whole.get("url") or whole.get("contentUrl"))
    return _texts(value)


def _texts(value: Any) -> tuple[str, ...]:
    """Return texts, tidied."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        import html

        text = " ".join(html.unescape(re.sub(r"<[^>]{0,200}>", "", str(value))).split())
        return (text,) if text else ()
    if isinstance(value, list):
        return tuple(text for one in value for text in _texts(one))
    return ()


# Which value counts


def _settled(name: str, said: list[Said], head: PageHead) -> str:
    """Return the value of a field that is most to be trusted, and say where others differ from it."""
    values = [(one.by, value) for one in said if (value := _value(name, one.values))]
    if not values:
        return ""
    by, first = values[0]
    if name in ("author", "date"):
        for other, value in values[1:]:
            if not _agree(name, first, value):
                text = f"{name}: {by} says {first!r}, but {other} says {value!r}: the first was taken"
                head.messages.append(Message(text, doubtful=True))
    if name == "author":
        head.authors = tuple(first.split("; "))
    return first


def _value(name: str, values: tuple[str, ...]) -> str:
    """Return *values* as the text of a field."""
    match name:
        case "author" | "translator":
            names = [author_name(value) for value in values if not re.match(r"https?://|@", value)]
            return "; ".join(dict.fromkeys(one for one in names if one))
        case "keywords":
            words = [word.strip() for value in values for word in re.split(r"[;,]", value)]
            return "; ".join(dict.fromkeys(word for word in words if word))
        case "date" | "updated":
            return next((day for value in values if (day := iso_day(value))), "")
    return values[0]


def _with_particulars(authors: tuple[str, ...], nodes: Sequence[Node]) -> str:
    """Return the field of *authors* with the ORCID iD and the institutions that ``citation_author`` is followed by."""
    said: dict[str, dict[str, str]] = {}
    name = ""
    for node in nodes:
        if node.tag != "meta":
            continue
        what, content = node.get("name").lower(), " ".join(node.get("content").split())
        if what == "citation_author":
            name = author_name(content)
        elif what in _PARTICULARS and content and not re.search(r"[();<>]", content):
            said.setdefault(name, {}).setdefault(what, content.removeprefix("https://orcid.org/"))
    return "; ".join(
        author
        + "".join(
            form.format(said[author][what]) for what, form in _PARTICULARS.items() if what in said[author]
        )
        if author in said
        else author
        for author in authors
    )


_PARTICULARS = {"citation_author_orcid": " <{}>", "citation_author_institution": " ({})"}
"""What may follow an author's name in the head of a page, and how the field has it (Google Scholar, "Inclusion Guidelines")."""


def _agree(name: str, one: str, other: str) -> bool:
    """Say if two values of a field mean the same."""
    if name == "date":
        return one.startswith(other) or other.startswith(one)
    return people(one) == people(other) or people(one) >= people(other)


def _keep_readable(head: PageHead) -> None:
    """Leave out what no field can hold, and say so."""
    for name, value in list(head.fields.items()):
        try:
            FIELDS[name].read(value)
        except FieldError as error:
            del head.fields[name]
            head.messages.append(
                Message(
                    f"{name}: the page says {value[:80]!r}, which isn't {error.expected}: it was left out"
                )
            )
