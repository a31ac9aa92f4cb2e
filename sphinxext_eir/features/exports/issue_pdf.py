"""The PDF of an issue: a cover, the contents, and each article as its own PDF has it (``eir_issue_pdfs``)."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from ...assets import ASSETS
from ...core.bridge.elements import document
from ...core.issues import articles_of, name_of, sections_of
from ...core.kinds import name_of_kinds
from ...core.languages import language_of, words_in
from ...core.page_urls import usual_url
from ...core.publication import name_of_status
from ...text.bylines import joined, localised
from ...text.identifiers import slug
from ...text.languages import direction_of_language
from ...text.numerals import roman_value
from .article import parts_of
from .pandoc import ExportError, run_pandoc
from .typst import TITLE, Typesetting, optional, string, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from ...core.issues import IssuePdf
    from ...core.listing import Listed
    from ...text.article import Article

MAIN = "main.typ"
"""The file that Typst sets, in the folder of an article or an issue."""

OPENING = "opening.typ"
"""The file that has the words which an issue begins with; beside it stands its cover."""

STATE = "made-of"
"""The file that has the digest of all that the PDF of an issue was made of."""


def prefix_of(docname: str) -> str:
    """Return what all labels of an article begin with in the PDF of an issue."""
    return f"{slug(docname)}:"


def label_of(docname: str) -> str:
    """Return the label of an article's title there."""
    return prefix_of(docname) + TITLE


def numbers_of_pages(article: Article) -> dict[str, str]:
    """Return what the template needs to number the pages of *article* as its front matter does: name → Typst.

    Pages are arabic or roman, or have letters before them on both ends, as those of supplements have. A single ``e12`` or a
    number of more than five digits is that of an article.
    """
    if match := re.fullmatch(r"([A-Za-z]*)([0-9]{1,5})", article.first_page):
        letters, digits = match.groups()
        if int(digits) and (not letters or article.last_page.startswith(letters)):
            return {"first-page": digits, "page-letters": string(letters)}
    elif number := roman_value(article.first_page.lower()):
        numbering = "i" if article.first_page.islower() else "I"
        return {"first-page": str(number), "page-numbering": string(numbering)}
    return {}


class IssueSources:
    """The folder with what the PDF of an issue is made of. ``root`` is that of all that Typst reads."""

    def __init__(self, root: Path, env: BuildEnvironment, pdf: IssuePdf) -> None:
        self.root, self.env, self.pdf = root, env, pdf
        self.folder = root / "issues" / slug(pdf.name)
        self.language = language_of(env, pdf.docname)
        self.articles = in_order(articles_of(env, pdf.issue))

    def write_opening(self, part: nodes.document, cache: Path) -> None:
        """Write the cover and the words that the issue begins with, which *part* holds. What can't be written is left out."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        cover = part.children[0] if part.children else None
        if self.pdf.issue.cover and isinstance(cover, nodes.image):
            part.remove(cover)
            if (picture := Path(cover["uri"])).is_file():
                shutil.copyfile(picture, self.folder / f"cover{picture.suffix.lower()}")
        setting = Typesetting(
            prefix_of(self.pdf.name), prefix_of, lambda docname: usual_url(self.env.config, docname)
        )
        blocks = setting.blocks(parts_of(part, self.language).body)
        for name, source in setting.pictures.items():
            shutil.copyfile(source, self.folder / name)
        (self.folder / "without-text").write_text(", ".join(setting.without_text), encoding="utf-8")
        options = ["--standalone", f"--template={ASSETS / 'typst' / 'opening.typst'}"]
        made = run_pandoc(document(blocks), "typst-smart", options=options, cache=cache) if blocks else ""
        (self.folder / OPENING).write_text(made, encoding="utf-8")

    def write_main(self) -> None:
        """Write the file that Typst sets. Raises :class:`.ExportError` if an article couldn't be written."""
        for docname, _article in self.articles:
            if not (self.root / "articles" / slug(docname) / MAIN).is_file():
                raise ExportError(f"{docname} isn't written")
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in (OPENING, "without-text"):
            (self.folder / name).touch()
        (self.folder / MAIN).write_text(self.main(), encoding="utf-8")

    def main(self) -> str:
        """Return the text of that file."""
        given = "".join(f"  {name}: {value},\n" for name, value in self.parameters().items())
        included = [f'#include "/articles/{slug(docname)}/{MAIN}"' for docname, _article in self.articles]
        return (
            '#import "/template/issue.typ": *\n#import "faces.typ": faces\n'
            f"#show: issue.with(\n  faces: faces,\n{given})\n" + "\n".join(included) + "\n"
        )

    def parameters(self) -> dict[str, str]:
        """Return what the template's function ``issue`` is given: name → Typst."""
        issue, language, config = self.pdf.issue, self.language, self.env.config
        _ = words_in(language)
        first: dict[str, str] = {}
        for _docname, article in reversed(self.articles):
            first |= {
                name: value for name in ("journal", "publisher", "issn") if (value := getattr(article, name))
            }
        covers = sorted(path.name for path in self.folder.glob("cover.*"))
        # TRANSLATORS: What a picture shows, for those who don't see it; {issue} is "Volume 3, issue 1".
        alternative = _("Cover of {issue}").format(issue=name_of(issue, language))
        return {
            "journal": string(first.get("journal", "") or config.project),
            "publisher": optional(first.get("publisher", "")),
            "issn": optional(first.get("issn", "")),
            "site": optional(config.html_baseurl or ""),
            "name": string(name_of(issue, language)),
            "title": optional(issue.title),
            "date": optional(localised(issue.date, language) if issue.date else ""),
            "cover": f"image({string(covers[0])}, alt: {string(alternative)})" if covers else "none",
            "opening": f'include "{OPENING}"' if self._has_opening() else "none",
            # TRANSLATORS: The heading of a list of a page's headings.
            "contents-word": string(_("Contents")),
            "sections": "(" + "".join(f"{section}, " for section in self.sections()) + ")",
            "authors": strings(dict.fromkeys(author.name for _d, article in self.articles for author in article.authors)),
            "lang": string(language.partition("-")[0]),
            "dir": direction_of_language(language),
        }  # fmt: skip

    def sections(self) -> Iterator[str]:
        """Yield the sections of the contents as dictionaries of Typst. A single section has no name."""
        sections = list(sections_of(self.articles))
        for kind, articles in sections:
            name = name_of_kinds(kind, self.language) if len(sections) > 1 else ""
            lines = "".join(f"{strings(self._line(*listed))}, " for listed in articles)
            yield f"(name: {optional(name)}, articles: ({lines}))"

    def _line(self, docname: str, article: Article) -> tuple[str, str, str]:
        """Return the label of an article in the contents, its authors, and what has become of it."""
        authors = joined([author.name for author in article.authors], self.language)
        return label_of(docname), authors, name_of_status(self.env, article, self.language)

    def _has_opening(self) -> bool:
        path = self.folder / OPENING
        return path.is_file() and path.stat().st_size > 0

    def are_set(self, path: Path) -> bool:
        """Say if the PDF at *path* is made of what is there now."""
        state = self.folder / STATE
        if not self.articles:
            return not path.is_file()
        return path.is_file() and state.is_file() and state.read_text(encoding="utf-8") == self._digest()

    def keep_state(self) -> None:
        """Remember what the PDF was made of."""
        (self.folder / STATE).write_text(self._digest(), encoding="utf-8")

    def _digest(self) -> str:
        folders = [
            self.folder,
            *(self.root / "articles" / slug(docname) for docname, _article in self.articles),
        ]
        digest = hashlib.sha256(self.main().encode())
        for folder in folders:
            for path in sorted(folder.rglob("*")):
                if path.name not in (STATE, MAIN) or (path.name == MAIN and folder != self.folder):
                    digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()


def in_order(articles: list[Listed]) -> list[Listed]:
    """Return *articles* as they follow each other: those without pages come last, as in the contents."""
    kinds = {
        docname: place for place, (_kind, found) in enumerate(sections_of(articles)) for docname, _ in found
    }
    return sorted(articles, key=lambda listed: not listed[1].first_page and 1 + kinds[listed[0]])
