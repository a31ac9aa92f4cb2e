"""An article in the formats of reference managers (BibTeX, RIS, CSL-JSON) and in words. Pure functions."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils.utils.smartquotes import smartchars

from ...text.bylines import localised
from ...text.compared_names import normal
from ...text.dates import SHORT_MONTHS
from ...text.identifiers import slug
from ...text.languages import GUILLEMETS, colon, comma, joints
from ...text.name_parts import family_and_given, inverted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...text.article import Article, Author


@dataclass(frozen=True)
class CitableArticle:
    """An article to be cited, with its URL and language."""

    article: Article
    url: str = ""
    language: str = "en"
    """A tag of BCP 47."""
    docname: str = ""


def is_in_journal(article: Article) -> bool:
    """Say if *article* is a journal's, whose issues have numbers: those of web pages are lost in most formats."""
    return bool(article.journal or article.volume or article.issue)


# In words


class Phrase(NamedTuple):
    """A part of a citation in words; its *kind*, ``name``, ``title`` or ``url``, says if it gets markup."""

    text: str
    kind: str = ""


def phrases(citable: CitableArticle) -> list[Phrase]:
    """Return the citation in words, by E-IR's rule: author, “title”, date, publisher, URL, as far as they are known."""
    article = citable.article
    opening, closing, inner_opening, inner_closing = quotation_marks(citable.language)
    title = article.title_in_one_line(colon(citable.language))
    for outer, inner in ((opening, inner_opening), (closing, inner_closing)):
        title = title.replace(outer, inner)  # a quotation in a quotation
    title = re.sub(r'(?<![^\s(\[])"', inner_opening, title).replace('"', inner_closing)
    parts = [
        list(_names([author.name for author in article.authors], citable.language)),
        [Phrase(opening), Phrase(title, "title"), Phrase(closing)] if title else [],
        [Phrase(localised(article.date, citable.language) if article.date else "")],
        [Phrase(article.publisher or article.journal)],
        [Phrase(f"https://doi.org/{article.doi}" if article.doi else citable.url, "url")],
    ]
    found: list[Phrase] = []
    for part in parts:
        if any(phrase.text for phrase in part):
            found += [Phrase(comma(citable.language)), *part] if found else part
    return found


def _names(names: list[str], language: str) -> Iterator[Phrase]:
    """Yield the names of authors, and what stands between them."""
    for separator, name in zip(joints(names, language), names, strict=True):
        yield from [Phrase(separator), Phrase(name, "name")] if separator else [Phrase(name, "name")]


def quotation_marks(language: str) -> tuple[str, ...]:
    """Return the quotation marks of *language*, outer and inner, from docutils' table of smart quotes."""
    if language.partition("-")[0] in GUILLEMETS:
        return ("«", "»", "‹", "›")
    for tag in (language.lower(), language.lower().partition("-")[0]):
        if tag in smartchars.quotes:
            return tuple(smartchars.quotes[tag])
    return tuple(smartchars.quotes["en"])


# BibTeX

_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_"},
    "\\": "{\\textbackslash}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\~{}",
    "^": "\\^{}",
}


# BibTeX counts braces, with a backslash before them or not: one alone gets another that nobody sees, as Zotero writes it.
_ALONE = {"{": "\\{{\\vphantom{\\}}}", "}": "{\\vphantom{\\{}}\\}"}


def latex(text: str) -> str:
    """Return *text* in LaTeX. Letters stay as they are: files are in UTF-8, which BibTeX passes on and biber reads."""
    escapes = _LATEX if _is_balanced(text) else _LATEX | _ALONE
    written = "".join(escapes.get(character, character) for character in text)
    return re.sub(r"([-'`])(?=\1)", r"\1{}", written)  # two of them would be a dash, or a quotation mark


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def bibtex(citable: CitableArticle) -> str:
    """Return the entry of a ``.bib`` file, for BibTeX and for BibLaTeX."""
    article = citable.article
    date = article.date
    fields = {
        "author": " and ".join(map(_bibtex_name, article.authors)),
        # In two pairs of braces: a style would write what is in one in lower case, names and all.
        "title": f"{{{latex(article.whole_title)}}}",
        "shorttitle": f"{{{latex(article.short_title)}}}" if article.short_title else "",
        "translator": " and ".join(map(_bibtex_name, article.translators)),
        "journal": latex(article.journal),
        "volume": latex(article.volume),
        "number": latex(article.issue),
        "pages": latex(article.pages).replace("–", "--"),
        "year": str(date.year) if date else "",
        "month": SHORT_MONTHS[date.month - 1] if date and date.month else "",
        "publisher": latex(article.publisher),
        "issn": article.issn,
        "doi": _verbatim(article.doi),
        "url": _verbatim(citable.url),
        "language": citable.language,
        # A comma within a keyword is none between two.
        "keywords": ", ".join(
            f"{{{latex(word)}}}" if "," in word else latex(word) for word in article.keywords
        ),
        "copyright": latex(article.license),
        # For BibLaTeX and Zotero, which have the day from nowhere else; last, since the last one wins in Zotero.
        "date": str(date) if date and date.day else "",
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@{'article' if is_in_journal(article) else 'misc'}{{{key(citable)},\n{''.join(lines)}}}\n"


def _bibtex_name(author: Author) -> str:
    family, given = family_and_given(author)
    if not family:
        return f"{{{latex(author.name)}}}"  # whole: BibTeX would look for a first name
    family, given = (
        f"{{{latex(name)}}}" if re.search(r",|\band\b", name, re.IGNORECASE) else latex(name)
        for name in (family, given)
    )
    return f"{family}, {given}" if given else f"{{{family}}}"


def _verbatim(text: str) -> str:
    """Return a URL or DOI as BibTeX styles and readers take it: only braces and backslashes are encoded."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def key(citable: CitableArticle) -> str:
    """Return a key to cite the article by, in ASCII: ``hoxha2012russias``; by its docname, if it has no letters of ASCII."""
    article = citable.article
    author = article.authors[0] if article.authors else None
    name = (family_and_given(author)[0] or author.name) if author else article.publisher
    words = [_ascii(word) for word in re.split(r"[\s–—-]+", article.title)]
    first = next((word for word in words if word not in ("", "a", "an", "the")), words[0])
    letters = f"{_ascii(name)}{first}"
    year = str(article.date.year) if article.date else ""
    if not letters and citable.docname:  # in another script: every article of a year would have the same key
        return f"{slug(citable.docname)}{year}"
    return f"{_ascii(name)}{year}{first}" or "article"


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", normal(text))


# RIS


def ris(citable: CitableArticle) -> str:
    """Return the record of a ``.ris`` file (RIS format specification, Research Information Systems, 2011)."""
    article = citable.article
    date = article.date
    lines = [
        ("TY", "JOUR" if is_in_journal(article) else "ELEC"),
        ("ID", key(citable)),
        *(("AU", _ris_name(author)) for author in article.authors),
        *(("A4", _ris_name(translator)) for translator in article.translators),
        ("TI", article.whole_title),
        ("ST", article.short_title),
        ("T2", article.journal),
        ("VL", article.volume),
        ("IS", article.issue),
        ("SP", article.first_page),
        ("EP", article.last_page),
        ("PY", f"{date.year:04}" if date else ""),
        ("DA", str(date).replace("-", "/") if date else ""),
        ("PB", article.publisher),
        ("SN", article.issn),
        ("DO", article.doi),
        ("UR", citable.url),
        ("LA", citable.language),
        *(("KW", word) for word in article.keywords),
        ("CR", article.license),  # the field that Zotero has for rights
    ]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])


def _ris_name(author: Author) -> str:
    """Return a name as RIS has it, ``Family, Given``; one that is used whole ends with the comma."""
    name = inverted(author)
    return name if ", " in name and family_and_given(author)[1] else f"{name.rstrip(',')},"


# CSL-JSON


def csl_json(citable: CitableArticle) -> str:
    """Return the item of a ``.json`` file (CSL-JSON 1.0.2), in a list of one."""
    article = citable.article
    date = article.date
    parts = [part for part in (date.year, date.month, date.day) if part] if date else []
    item: dict[str, Any] = {
        "id": key(citable),
        "type": "article-journal" if is_in_journal(article) else "webpage",
        "title": article.whole_title,
        "title-short": article.short_title,
        "author": [_csl_name(author) for author in article.authors],
        "translator": [_csl_name(translator) for translator in article.translators],
        "issued": {"date-parts": [parts]} if parts else {},
        "container-title": article.journal,
        "volume": article.volume,
        "issue": article.issue,
        "page": article.pages.replace("–", "-"),
        "publisher": article.publisher,
        "ISSN": article.issn,
        "DOI": article.doi,
        "URL": citable.url,
        "language": citable.language,
        "keyword": ", ".join(article.keywords),
        "custom": {"license": article.license} if article.license else {},
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _csl_name(author: Author) -> dict[str, str]:
    family, given = family_and_given(author)
    if not family:
        return {"literal": author.name}
    return {"family": family, "given": given} if given else {"family": family}


class Format(NamedTuple):
    """A format of reference managers."""

    name: str
    suffix: str
    write: Callable[[CitableArticle], str]


FORMATS = (
    Format("BibTeX", ".bib", bibtex),
    Format("RIS", ".ris", ris),
    Format("CSL-JSON", ".json", csl_json),
)
