"""The ledger of an entry of BibTeX by itself: given what pandoc made of its fields, what is put back, and what is said."""

from __future__ import annotations

from typing import Any

import pytest

from sphinxext_eir.csl.sources.ledger import completed

PAGE = "https://example.org/a"
LONG = "word " * 20


def account(
    values: dict[str, str], came: dict[str, Any] | None = None, kind: str = "book"
) -> tuple[dict[str, Any], list[str]]:
    """Return the item of an entry with *values* of which *came* is left, and what is said of it."""
    item, remarks = completed(kind, values, came or {}, particles="")
    return item, [remark.text for remark in remarks]


@pytest.mark.parametrize(
    ("values", "came", "item"),
    [
        # Words that are there stay as they are; lost ones are put back
        ({"title": "Of Mail"}, {"title": "<i>Of</i> Mail"}, {"title": "<i>Of</i> Mail"}),
        ({"title": "Of Mail"}, {"title": "Of"}, {"title": "Of Mail"}),
        ({"title": "Of Mail"}, {}, {"title": "Of Mail"}),
        ({"title": "Of Mail", "subtitle": "And Trains"}, {"title": "Of Mail"}, {"title": "Of Mail: And Trains"}),
        ({"title": "Of Mail?", "titleaddon": "A Play"}, {"title": "Of Mail?"}, {"title": "Of Mail? A Play"}),
        ({"title": "Of Mail", "titleaddon": "A Play"}, {"title": "Of Mail"}, {"title": "Of Mail. A Play"}),
        ({"note": "One", "addendum": "Two"}, {}, {"note": "One. Two"}),
        ({"maintitle": "All"}, {"title": "All"}, {"title": "All"}),  # where pandoc has it
        ({"maintitle": "All"}, {}, {"container-title": "All"}),
        # Numbers of articles are pages, where there are none
        ({"eid": "e12"}, {}, {"page": "e12"}),
        ({"eid": "e12", "pages": "1"}, {"page": "1"}, {"page": "1", "number": "e12"}),
        ({"articleno": "12", "pages": "1"}, {"page": "1"}, {"page": "1", "number": "12"}),
        ({"issue": "2", "pages": "1"}, {"page": "1"}, {"page": "1", "issue": "2"}),
        # Keys of BibLaTeX, which pandoc has put in words
        ({"type": "phdthesis"}, {"genre": "PhD thesis"}, {"genre": "PhD thesis"}),
        ({"type": "phdthesis"}, {}, {"genre": "phdthesis"}),
        ({"type": "A long report"}, {"genre": "Report"}, {"genre": "A long report"}),
        ({"edition": "second"}, {"edition": "2"}, {"edition": "second"}),
        # Names
        ({"author": "Poe, Ann"}, {"author": [{"family": "Poe", "given": "Ann"}]}, {"author": [{"family": "Poe", "given": "Ann"}]}),
        ({"author": "Poe, Ann"}, {}, {"author": [{"family": "Poe", "given": "Ann"}]}),
        ({"editor": "Poe, Ann"}, {"director": [{"family": "Poe", "given": "Ann"}]}, {"director": [{"family": "Poe", "given": "Ann"}]}),
        ({"editora": "Poe, Ann"}, {}, {"contributor": [{"family": "Poe", "given": "Ann"}]}),
        ({"editora": "Poe, Ann", "editoratype": " Compiler "}, {"compiler": [{"family": "Low"}]},
         {"compiler": [{"family": "Low"}, {"family": "Poe", "given": "Ann"}]}),
        ({"shortauthor": "NATO"}, {}, {"author": [{"family": "NATO"}], "author-short": [{"family": "NATO"}]}),
        ({"shorteditor": "NATO", "editor": "Poe"}, {"editor": [{"family": "Poe"}]}, {"editor": [{"family": "Poe"}], "editor-short": [{"family": "NATO"}]}),
        # Addresses
        ({"howpublished": PAGE}, {"publisher": PAGE}, {"URL": PAGE}),
        ({"howpublished": f"\\url{{{PAGE}}}.", "url": PAGE}, {"publisher": PAGE}, {"URL": PAGE}),
        ({"howpublished": PAGE, "url": f"{PAGE}/b"}, {"publisher": PAGE}, {"URL": f"{PAGE}/b", "publisher": PAGE}),
        ({"howpublished": PAGE, "publisher": "Press"}, {"publisher": f"{PAGE}. Press"}, {"publisher": f"{PAGE}. Press"}),
        ({"howpublished": "By hand"}, {"publisher": "By hand"}, {"publisher": "By hand"}),
        ({"url": PAGE, "options": "url = false"}, {}, {}),
        ({"url": PAGE, "options": "url=true"}, {}, {"URL": PAGE}),
        ({"url": PAGE, "doi": "10.1/a", "options": "doi=false"}, {}, {"URL": PAGE}),
        # Electronic copies
        ({"eprint": "2012.1", "eprinttype": "arXiv"}, {}, {"URL": "https://arxiv.org/abs/2012.1"}),
        ({"eprint": "2012.1", "eprinttype": "arxiv", "url": "https://arxiv.org/abs/2012.1v2"}, {}, {"URL": "https://arxiv.org/abs/2012.1v2"}),
        ({"eprint": "12", "eprinttype": "Google Books"}, {}, {"URL": "https://books.google.com/books?id=12"}),
        ({"eprint": "12", "eprinttype": "arxiv", "url": PAGE}, {}, {"URL": PAGE, "archive": "arxiv", "archive_location": "12"}),
        ({"eprint": "12", "eprinttype": "Vault"}, {}, {"archive": "Vault", "archive_location": "12"}),
        ({"eprint": "12"}, {}, {"archive_location": "12"}),
        ({"eprint": "Box 12, Folder 3", "eprinttype": "Vault"}, {}, {"archive": "Vault", "archive_location": "Box 12, Folder 3"}),
        ({"eprint": PAGE}, {}, {"URL": PAGE}),
        # Letters and their accents are one character, at any depth
        ({}, {"title": "e\u0301", "author": [{"family": "e\u0301"}], "x": 3}, {"title": "é", "author": [{"family": "é"}], "x": 3}),
        ({}, {"event-date": "2012"}, {}),
    ],
)  # fmt: skip
def test_what_was_lost_is_put_back(
    values: dict[str, str], came: dict[str, Any], item: dict[str, Any]
) -> None:
    assert account(values, came)[0] == item


@pytest.mark.parametrize(("kind", "type_"), [("software", "software"), ("dataset", "dataset"), ("book", "x")])
def test_types_that_pandoc_doesnt_give(kind: str, type_: str) -> None:
    assert account({}, {"type": "x"}, kind)[0] == {"type": type_}


def test_the_address_of_a_page_is_all_that_it_has() -> None:
    assert account({"url": PAGE, "options": "url=false"}, kind="online")[0] == {"URL": PAGE}
    assert account({"doi": "10.1/a", "options": "doi=false"}, kind="online")[0] == {}


@pytest.mark.parametrize(
    ("values", "came", "said"),
    [
        ({"title": "Of Mail"}, {}, []),  # put back, and as typed
        ({"author": "Poe, Ann"}, {"author": [{"family": "Poe"}]},
         ["author: pandoc reads no 'ann' in it: the names are printed as they stand"]),
        ({"author": "Poe, \\odd{Ann}"}, {"author": [{"family": "Poe", "given": "Ann"}]},
         ["author: pandoc can't read \\odd in it: look at the names"]),
        ({"title": "Of \\odd{Mail}"}, {"title": "Of Mail"},
         ["title: pandoc can't read \\odd in it: it is printed plainly, as 'Of Mail'"]),
        ({"title": "\\odd{x}" + "a" * 58}, {"title": "x" + "a" * 58},
         [f"title: pandoc can't read \\odd in it: it is printed plainly, as {'x' + 'a' * 58!r}"]),
        ({"title": "\\odd{x}" + "a" * 59}, {"title": "x" + "a" * 59},
         [f"title: pandoc can't read \\odd in it: it is printed plainly, as {'x' + 'a' * 56 + '…'!r}"]),
        ({"eprint": PAGE, "url": f"{PAGE}/b"}, {}, ["eprint: the entry has another address, and that one is printed"]),
        ({"eprint": PAGE, "url": PAGE}, {}, []),
        ({"introduction": "Poe, Ann"}, {}, ["introduction"]),
        ({"wrongfield": "x"}, {}, ["wrongfield"]),
        ({"title": "Of", "author": "Poe", "doi": "10.1/a", "date": "2012", "year": "2012", "abstract": "x"}, {"title": "Of", "author": [{"family": "Poe"}]}, []),
    ],
)  # fmt: skip
def test_what_isnt_as_typed_is_said(values: dict[str, str], came: dict[str, Any], said: list[str]) -> None:
    assert account(values, came)[1] == said
