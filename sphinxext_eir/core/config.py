"""Every ``eir_*`` setting, in one table: default, type, check and help, and what a change of it rebuilds."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..text.numerals import BRACKETS, STYLES
from .setting_checks import (
    Check,
    check_article_defaults,
    check_bool,
    check_checks,
    check_depositor,
    check_flag,
    check_paths,
    check_style,
    check_text,
    list_of,
    one_of,
)
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


ALIGNMENTS = ("right", "left", "center", "full")
"""Places of a pull quote: beside the text, in the middle, or across the whole width."""
NATIVE_NOTES = ["docx", "rinoh", "typst", "typstpdf"]
"""Builders of other people's whose formats have notes, and that set docutils' footnotes as such. One that isn't installed is no mistake."""
SUBJECTS = ("keywords", "kinds")
"""Fields whose values may have pages of their own."""


class Setting(NamedTuple):
    """One setting of ``conf.py``."""

    name: str
    default: Any
    rebuild: Literal["", "env", "html", "epub", "gettext"]
    """A change of the setting makes Sphinx read every document again (``env``) or write all pages of that builder."""
    check: Check
    types: tuple[type, ...]
    help: str
    """A sentence or two of reStructuredText, for the reference."""


SETTINGS = (
    Setting(
        "eir_documents",
        default=[],
        rebuild="env",
        check=list_of("glob patterns of docnames"),
        types=(list, tuple),
        help="Glob patterns of documents whose notes and citations this extension prints, as it does anyway in documents with "
        'literal notes or with a directive or role of the domain ``eir``: ``["essays/**"]``.',
    ),
    Setting(
        "eir_note_style",
        default="lower-roman",
        rebuild="env",
        check=one_of(*STYLES),
        types=(str,),
        help="The numbers of notes: " + ", ".join(f"``{style}``" for style in STYLES) + ".",
    ),
    Setting(
        "eir_note_brackets",
        default="[]",
        rebuild="env",
        check=one_of(*BRACKETS),
        types=(str,),
        help="The brackets around a note's number: ``[]``, ``()``, or none (an empty string).",
    ),
    Setting(
        "eir_note_placement",
        default="end",
        rebuild="html",
        check=one_of("end", "page", "margin"),
        types=(str,),
        help="The place of notes: ``end`` prints them in a list; ``page``, in LaTeX at the foot of the page; ``margin``, on HTML pages "
        "with room beside the text, next to the lines that refer to them. Wherever else, the list is printed.",
    ),
    Setting(
        "eir_native_notes",
        default=NATIVE_NOTES,
        rebuild="",
        check=list_of("names of builders", default=NATIVE_NOTES),
        types=(list, tuple),
        help="Names of other people's builders that are given docutils' own footnotes, to set them as Word's or Typst's, instead of "
        "the list. See :doc:`/how-to/other-builders`.",
    ),
    Setting(
        "eir_previews",
        default=True,
        rebuild="html",
        check=check_bool,
        types=(bool,),
        help="HTML pages show a note beside its reference while the pointer or the focus is on it.",
    ),
    Setting(
        "eir_article_defaults",
        default={},
        rebuild="env",
        check=check_article_defaults,
        types=(dict,),
        help="Defaults for the fields of :rst:dir:`eir:article`, by name, as they would be typed: "
        '``{"publisher": "E-International Relations"}``. A document that gives a field empty has no default for it.',
    ),
    Setting(
        "eir_article_layout",
        default="reference",
        rebuild="html",
        check=one_of("reference", "journal"),
        types=(str,),
        help="The head of an article: ``reference``, a line with its original's address and a byline, as on E-IR's reference copies; or "
        "``journal``, on HTML pages, in e-books and in PDFs of articles, all that its front matter says, with a foot (:doc:`/how-to/look`, "
        ":doc:`/how-to/pdf`).",
    ),
    Setting(
        "eir_reading_time",
        default=False,
        rebuild="html",
        check=check_flag,
        types=(bool,),
        help="The layout ``journal`` says how many minutes an article takes to read, at 238 words a minute.",
    ),
    Setting(
        "eir_opening",
        default="plain",
        rebuild="html",
        check=one_of("plain", "drop-cap", "lead-in"),
        types=(str,),
        help="The first paragraph of an article on HTML pages: ``plain``, with a ``drop-cap``, or with its first line in small capitals "
        "(``lead-in``).",
    ),
    Setting(
        "eir_social_cards",
        default=False,
        rebuild="html",
        check=check_flag,
        types=(bool,),
        help="Articles without ``image`` get a picture for previews of links, made of their title and authors. It needs ``html_baseurl`` and "
        "``sphinxext-eir[cards]``.",
    ),
    Setting(
        "eir_social_card_font",
        default=None,
        rebuild="html",
        check=check_text,
        types=(str, type(None)),
        help="The path of the font of these pictures (``.ttf`` or ``.otf``), relative to the folder of the sources. The one that comes with "
        "Pillow has Latin letters alone.",
    ),
    Setting(
        "eir_pull_quote_align",
        default="right",
        rebuild="html",
        check=one_of(*ALIGNMENTS),
        types=(str,),
        help="The place of pull quotes without an option ``align``: ``left``, ``right``, ``center`` or ``full``.",
    ),
    Setting(
        "eir_pull_quote_capital",
        default=False,
        rebuild="html",
        check=check_bool,
        types=(bool,),
        help="Begin with a capital the pull quotes that the role ``eir:pull-quote`` makes of words within a sentence.",
    ),
    Setting(
        "eir_bibliography_files",
        default=[],
        rebuild="",  # pages that a change touches are found when all documents are read
        check=check_paths,
        types=(list, tuple),
        help="Paths of files of references, relative to the folder of the sources: BibTeX and BibLaTeX (``.bib``), CSL-JSON "
        "(``.json``), CSL-YAML (``.yaml``), RIS (``.ris``), EndNote (``.xml``). They need ``sphinxext-eir[csl]``.",
    ),
    Setting(
        "eir_bibliography_scope",
        default="document",
        rebuild="",
        check=one_of("document", "project"),
        types=(str,),
        help="The citations that an :rst:dir:`eir:bibliography` without an option ``scope`` lists entries for: those of its "
        "``document``, or of the whole ``project``.",
    ),
    Setting(
        "eir_bibliography_title_case",
        default="keep",
        rebuild="",
        check=one_of("keep", "bibtex"),
        types=(str,),
        help="The capitals in titles of BibTeX files: ``keep`` prints them as typed, ``bibtex`` lowers those outside of braces, as "
        "BibTeX does.",
    ),
    Setting(
        "eir_bibliography_particles",
        default="bibtex",
        rebuild="",
        check=one_of("bibtex", "biblatex"),
        types=(str,),
        help="The particles of names in BibTeX files: ``bibtex`` cites *van Creveld (1991)*, ``biblatex`` *Creveld (1991)*, as each "
        "does by default. An entry decides for itself by ``options = {useprefix=true}`` or ``false``. Typed citations may have the "
        "particle or not.",
    ),
    Setting(
        "eir_citation_style",
        default="eir-harvard",
        rebuild="",
        check=check_style,
        types=(str,),
        help="The style of citations by key and of entries of files: ``eir-harvard``, ``eir-numeric`` or ``eir-notes``, which come "
        "with the extension (:doc:`styles`), or the path of a CSL style (``.csl``), relative to the folder of the sources.",
    ),
    Setting(
        "eir_citation_order",
        default="style",
        rebuild="",
        check=one_of("style", "author"),
        types=(str,),
        help="The order of several works within one citation by key: ``style``, as the style has it (often by the alphabet), "
        "or ``author``, as you typed them. A work with words before it, as in *see also Blank 2000*, stays where it is, and "
        "numbers are always in order.",
    ),
    Setting(
        "eir_citation_locale",
        default=None,
        rebuild="",
        check=check_text,
        types=(str, type(None)),
        help="The language of the words that a style adds, such as *and* or *edited by*: a tag like ``en-GB`` or ``de``. By "
        "default it is the project's ``language``.",
    ),
    Setting(
        "eir_link_citations",
        default=True,
        rebuild="env",
        check=check_bool,
        types=(bool,),
        help="Typed citations, ``(Blank 2000)``, become links to their entries, and are reported if there is no such entry.",
    ),
    Setting(
        "eir_report_unused",
        default=False,
        rebuild="env",
        check=check_flag,
        types=(bool,),
        help="Entries that nothing cites are reported.",
    ),
    Setting(
        "eir_report_doubtful",
        default=False,
        rebuild="env",
        check=check_flag,
        types=(bool,),
        help="What may be a typed citation without an entry, and may be something else, such as ``(Katrina, 2005)``, is reported.",
    ),
    Setting(
        "eir_archive_links",
        default=False,
        rebuild="env",
        check=check_flag,
        types=(bool,),
        help="An entry or note with a URL and a date of access gets a link to the capture in the Internet Archive's Wayback "
        "Machine that is nearest to that date.",
    ),
    Setting(
        "eir_people",
        default=None,
        rebuild="",  # articles whose names it changes are found when the build begins
        check=check_text,
        types=(str, type(None)),
        help="The path of the file of the project's people, relative to the folder of the sources: ``.yaml``, ``.toml`` or ``.json``. See "
        ":doc:`/how-to/people`.",
    ),
    Setting(
        "eir_subjects",
        default=[],
        rebuild="html",
        check=list_of(", ".join(map(repr, SUBJECTS)), among=SUBJECTS),
        types=(list, tuple),
        help="What has a page of its own, with a feed: ``keywords``, ``kinds``, or both. See :doc:`/how-to/subjects`.",
    ),
    Setting(
        "eir_drafts",
        default=False,
        rebuild="",  # pages that show other articles are found when all documents are read
        check=check_flag,
        types=(bool,),
        help="Lists, feeds and pages of people and subjects show drafts and articles of dates to come, too. For a preview: "
        "``sphinx-build -D eir_drafts=1``. See :doc:`/how-to/drafts`.",
    ),
    Setting(
        "eir_article_pdfs",
        default=False,
        rebuild="html",
        check=check_flag,
        types=(bool,),
        help="Each article gets a PDF of its own beside its page, which links to it. Typst and pandoc set it. See :doc:`/how-to/pdf`.",
    ),
    Setting(
        "eir_issue_pdfs",
        default=False,
        rebuild="html",
        check=check_flag,
        types=(bool,),
        help="Each issue gets a PDF with a cover, its contents and its articles, and its page links to it. See :doc:`/how-to/issues`.",
    ),
    Setting(
        "eir_issue_numbering",
        default="continuous",
        rebuild="",
        check=one_of("continuous", "own"),
        types=(str,),
        help="The numbers of pages in the PDF of an issue: ``continuous``, from the first article to the last, or ``own``, each article's from "
        "1. An article that says on which page it begins does so with both.",
    ),
    Setting(
        "eir_typst_template",
        default=None,
        rebuild="",
        check=check_text,
        types=(str, type(None)),
        help="A folder with a file ``article.typ``, relative to ``conf.py``, that sets the pages of PDFs in the place of ours. See "
        ":doc:`/how-to/pdf`.",
    ),
    Setting(
        "eir_typst_fonts",
        default=[],
        rebuild="",
        check=list_of("paths of folders", paths=True),
        types=(list, tuple),
        help="Folders with fonts, relative to ``conf.py``, that PDFs are set in besides those of the system, and of packages with fonts. See "
        ":doc:`/how-to/pdf`.",
    ),
    Setting(
        "eir_crossref",
        default={},
        rebuild="",
        check=check_depositor,
        types=(dict,),
        help="What ``eir-crossref`` tells of who deposits: ``depositor``, a name, ``email``, where Crossref sends its answer, and "
        "``registrant``, who is responsible for the DOIs, by default the depositor; ``policy``, the DOI of the journal's policy on "
        "corrections, with which it tells of corrections and retractions. See :doc:`/how-to/deposit`.",
    ),
    Setting(
        "eir_checks",
        default={},
        rebuild="",
        check=check_checks,
        types=(dict,),
        help="Rules of ``sphinxext-eir check`` by name (:doc:`checks`), each with ``False`` to switch it off, or with a severity: "
        '``{"access-date": False, "picture-alt": "error"}``.',
    ),
)


def leave_environments_alone(app: Sphinx, config: Config) -> None:
    """Exclude virtual environments that stand in the folder of the sources: their packages have documents of their own.

    A virtual environment has a file ``pyvenv.cfg`` (Python's documentation, "venv").
    """
    marks = chain.from_iterable(Path(app.srcdir).glob(f"{depth}/pyvenv.cfg") for depth in ("*", "*/*"))
    folders = (mark.parent.relative_to(app.srcdir).as_posix() for mark in sorted(marks))
    config.exclude_patterns = list(dict.fromkeys([*config.exclude_patterns, *folders]))


def is_set(config: Config, setting: str) -> bool:
    """Say if the project, or the command line, gives *setting* a value, be it the default."""
    return setting in config.overrides or setting in config._raw_config  # noqa: SLF001 - Sphinx has no public way


def setup_settings(app: Sphinx) -> None:
    """Register every setting, and check all of them as soon as ``conf.py`` is read."""
    for setting in SETTINGS:
        app.add_config_value(
            setting.name,
            setting.default,
            setting.rebuild,
            types=frozenset(setting.types),
            description=setting.help,
        )
    # Before Sphinx's own check of types (800), so that a wrong type is reported once, and by name.
    app.connect("config-inited", _check_settings, priority=400)
    app.connect("config-inited", leave_environments_alone)


def _check_settings(app: Sphinx, config: Config) -> None:
    """Check our settings before Sphinx checks their types, and take the default for one that can't be."""
    for setting in SETTINGS:
        given = getattr(config, setting.name)
        value, errors = setting.check(setting.name, given)
        for error in errors:
            warn(Subtype.CONFIG, str(error))
        if errors:
            setattr(config, setting.name, value)
