"""The kinds of entries and the fields of BibTeX and BibLaTeX, and the variables of CSL that hold what they say.

Sources: BibLaTeX's manual, 2.2 and appendix A; btxdoc; the reader of pandoc, which turns the ones into the others.
"""

from __future__ import annotations

KINDS = {
    kind: kind
    for kind in """
    article book booklet bookinbook collection dataset inbook incollection inproceedings inreference manual mastersthesis misc
    mvbook mvcollection mvproceedings mvreference online patent periodical phdthesis proceedings reference report software suppbook
    suppcollection suppperiodical techreport thesis unpublished artwork audio commentary image jurisdiction legislation legal
    letter movie music performance review standard video newsarticle set xdata bibnote customa customb customc customd custome customf
    """.split()
} | {
    "conference": "inproceedings", "electronic": "online", "www": "online", "webpage": "online", "website": "online",
    "webpages": "online", "internet": "online", "url": "online", "blog": "online", "newspaper": "newsarticle", "newspaperarticle": "newsarticle",
    "magazine": "article", "journal": "article", "chapter": "incollection", "mathesis": "mastersthesis", "masterthesis": "mastersthesis",
    "film": "movie", "data": "dataset", "letters": "letter", "preprint": "misc", "program": "software",
    "dissertation": "phdthesis", "other": "misc", "general": "misc", "speech": "performance",
}  # fmt: skip
"""Kinds of entries, and the names by which pandoc knows them."""

ALIASES = {
    "journal": "journaltitle", "address": "location", "school": "institution", "annote": "annotation", "key": "sortkey",
    "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "hyphenation": "langid", "booklanguage": "language",
    "keyword": "keywords",
    "page": "pages", "lang": "langid", "place": "location", "publisher-place": "location", "url_date": "urldate",
    "accessed": "urldate", "article-number": "eid", "articlenumber": "eid",
    "eissn": "issn", "issn-l": "issn", "e-issn": "issn",
}  # fmt: skip
"""Other names of fields."""

TITLES = frozenset(
    """
    title subtitle titleaddon maintitle mainsubtitle maintitleaddon booktitle booksubtitle booktitleaddon
    shorttitle issuetitle issuesubtitle origtitle eventtitle
    """.split()
)
"""Fields that pandoc writes in small letters unless braces guard them."""

NAMES = {
    "author": ("author",), "editor": ("editor", "director"), "translator": ("translator",), "bookauthor": ("container-author",),
    "director": ("director",), "editora": ("contributor",), "editorb": ("contributor",), "editorc": ("contributor",),
    "collaborator": ("contributor",),
}  # fmt: skip
"""Fields of names."""

EDITOR_TYPES = {
    "compiler": "compiler", "director": "director", "organizer": "organizer", "editor": "editor", "producer": "producer",
    "translator": "translator",
}  # fmt: skip
"""The roles of CSL for what ``editoratype`` and the like say."""

LISTS = frozenset(
    "publisher institution organization location origlocation origpublisher venue howpublished".split()
)
"""Fields in which pandoc takes *and* for a mark between several."""

VERBATIM = {
    "url": ("URL",), "doi": ("DOI",), "eprint": ("URL", "archive_location"), "isbn": ("ISBN",), "issn": ("ISSN",),
    "pmid": ("PMID",), "pmcid": ("PMCID",),
}  # fmt: skip
"""Fields without LaTeX."""

DATES = {"date": "issued", "urldate": "accessed", "origdate": "original-date", "eventdate": "event-date"}
"""Fields of dates in EDTF (BibLaTeX's manual, 2.3.8). Each may also be several fields: ``year``, ``month``, ``urlyear``…"""
DATE_PARTS = {
    f"{prefix}{end}{part}": f"{prefix}date"
    for prefix in ("", "url", "orig", "event")
    for end in ("", "end")
    for part in ("year", "month", "day")
} | {"urltime": "urldate", "eventtime": "eventdate", "origtime": "origdate", "time": "date"}
"""Parts of these dates."""

_WHOLE = ("title", "volume-title", "container-title")
TEXTS = {
    "title": _WHOLE, "subtitle": _WHOLE, "titleaddon": _WHOLE,
    "maintitle": ("container-title", *_WHOLE), "mainsubtitle": ("container-title", *_WHOLE), "maintitleaddon": ("container-title", *_WHOLE),
    "booktitle": ("container-title", *_WHOLE), "booksubtitle": ("container-title", *_WHOLE), "booktitleaddon": ("container-title", *_WHOLE),
    "journaltitle": ("container-title",), "journalsubtitle": ("container-title",), "journaltitleaddon": ("container-title",),
    "issuetitle": ("volume-title", *_WHOLE), "issuesubtitle": ("volume-title", *_WHOLE), "issuetitleaddon": ("volume-title", *_WHOLE),
    "shortjournal": ("container-title-short",), "shorttitle": ("title-short", "container-title-short"),
    "series": ("collection-title",), "shortseries": ("collection-title-short",),
    "number": ("number", "collection-number", "issue"), "issue": ("issue",), "volume": ("volume",), "part": ("part", "volume"),
    "volumes": ("number-of-volumes",), "pagetotal": ("number-of-pages",), "numpages": ("number-of-pages",),
    "chapter": ("chapter-number",), "pages": ("page",), "eid": ("page", "number"), "articleno": ("page", "number"),
    "edition": ("edition",), "version": ("version",), "type": ("genre",),
    "publisher": ("publisher",), "institution": ("publisher",), "organization": ("publisher",), "howpublished": ("publisher",),
    "location": ("publisher-place", "jurisdiction"), "venue": ("event-place",),
    "eventtitle": ("event", "event-title"), "eventtitleaddon": ("event", "event-title"),
    "origtitle": ("original-title",), "origpublisher": ("original-publisher",), "origlocation": ("original-publisher-place",),
    "note": ("note",), "addendum": ("note",), "pubstate": ("status",), "library": ("call-number",), "medium": ("medium",),
}  # fmt: skip
"""Fields of text, and the variables that may hold their words: the first one is the one to restore them to."""

APPENDED = {
    "subtitle": ": ",
    "mainsubtitle": ": ",
    "booksubtitle": ": ",
    "journalsubtitle": ": ",
    "issuesubtitle": ": ",
}
"""What parts a field from that before it in the same variable; a full stop does for others."""

KEYS = frozenset(("type", "pubstate", "series"))
"""Fields that may hold a key of BibLaTeX, ``phdthesis``, in place of words."""

WITHOUT_PLACE = frozenset("introduction foreword afterword commentator annotator holder reprinttitle".split())
"""Fields that BibLaTeX prints, and that no variable of CSL holds."""

UNPRINTED = frozenset(
    """
    abstract annotation file ids origlanguage entryset related relatedtype relatedstring relatedoptions crossref xref xdata keywords langid
    langidopts language options pagination bookpagination presort sortkey sortname sortshorthand sorttitle sortyear execute gender
    indexsorttitle indextitle label labelname labeltitle nameaddon authortype editortype editoratype editorbtype editorctype eprinttype
    eprintclass entrysubtype shortauthor shorteditor shorthand shorthandintro isan ismn isrn iswc verba verbb verbc usera userb userc userd usere userf
    namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf hal_id hal_version pdf ps
    timestamp owner groups creationdate modificationdate creator ranking readstatus priority qualityassured printed relevance
    comment comments review annotate tags tag rating urldateraw lastchecked accessdate access_date date-added date-modified read
    mendeley-groups mendeley-tags mendeley-id researchnotes posted-at citeulike-article-id interhash intrahash added-at biburl bibsource
    adsurl adsnote slaccitation reportnumber archive inspirehep acmid issue_date address_ day_ numberofpages lccn copyright rights license
    shelfmark callnumber call-number nourl bibdate bibkey mrnumber mrclass mrreviewer mathscinet zblnumber zbl zmnumber fjournal
    coden eprintstatus preprint archived citedby cited-by affiliation author_keywords correspondence_address correspondence_address1
    document_type source abbrev_source_title funding funding_details references authoraddress researcherid-numbers orcid-numbers unique-id da
    web-of-science-categories research-areas keywords-plus author-email number-of-cited-references times-cited usage-count-last-180-days
    usage-count-since-2013 journal-iso doc-delivery-number esi-highly-cited-paper esi-hot-paper funding-acknowledgement funding-text
    size isi sjr nota pmcidraw s2id corpusid localfile local-url internal-note collaboration localid opt_note ee crossrefonly
    """.split()
)
"""Fields that no style prints: notes of a program or a person to themselves, and identifiers that CSL has no variable for."""

UNPRINTED_BEGIN = (
    "bdsk-",
    "mendeley-",
    "zotero-",
    "jabref-",
    "citeulike-",
    "medline",
    "jstor_",
    "x-",
    "x_",
    "_",
    "opt",
    "alt",
    "pdf-",
    "file-",
    "tmp",
    "bib_",
    "bib-",
)
"""Beginnings of the names of such fields."""


def canonical(name: str) -> str:
    """Return the name of a field in BibLaTeX's own spelling."""
    return ALIASES.get(name, name)


def is_private(name: str) -> bool:
    """Say if no style prints the field *name*, and nobody expects it."""
    return name in UNPRINTED or name.startswith(UNPRINTED_BEGIN) or "+an" in name  # data annotations (3.7)
