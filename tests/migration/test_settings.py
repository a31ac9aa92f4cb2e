"""The least that changes in ``conf.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sources

LOADED = 'extensions = ["sphinxcontrib.bibtex"]\n'
FILES = 'bibtex_bibfiles = ["refs.bib"]\n'
AUTHOR_YEAR = 'bibtex_reference_style = "author_year"\n'


def becomes(sources: Sources, conf: str) -> str:
    return sources.after(conf, "conf.py")


EXTENSIONS = {
    'extensions = ["a", "sphinxcontrib.bibtex", "b"]\n': 'extensions = ["a", "sphinxext_eir", "b"]\n',
    "extensions = [\n    'sphinxcontrib.bibtex',  # references\n]\n": "extensions = [\n    'sphinxext_eir',  # references\n]\n",
    'extensions = []\nextensions.append("sphinxcontrib.bibtex")\n': 'extensions = []\nextensions.append("sphinxext_eir")\n',
    'extensions = []\nextensions += ["sphinxcontrib.bibtex"]\n': 'extensions = []\nextensions += ["sphinxext_eir"]\n',
    'extensions = ["sphinxcontrib.bibtex", "sphinxext_eir"]\n': 'extensions = ["sphinxext_eir"]\n',
    'extensions = ["sphinxext_eir", "sphinxcontrib.bibtex"]\n': 'extensions = ["sphinxext_eir"]\n',
    'extensions = [\n    "sphinxext_eir",\n    "sphinxcontrib.bibtex",\n    "b",\n]\n': 'extensions = [\n    "sphinxext_eir",\n    "b",\n]\n',
    'extensions: list[str] = ["sphinxcontrib.bibtex"]\n': 'extensions: list[str] = ["sphinxext_eir"]\n',
    'é = "ü"; extensions = ["ö", "sphinxcontrib.bibtex"]\n': 'é = "ü"; extensions = ["ö", "sphinxext_eir"]\n',
}  # fmt: skip


@pytest.mark.parametrize("before", EXTENSIONS)
def test_the_extension_is_put_in_the_place_of_theirs(sources: Sources, before: str) -> None:
    assert becomes(sources, before) == EXTENSIONS[before]


FILE_SETTINGS = {
    'bibtex_bibfiles = ["refs.bib"]\n': 'eir_bibliography_files = ["refs.bib"]\n',
    "bibtex_bibfiles = sorted(str(f) for f in FILES)\n": "eir_bibliography_files = sorted(str(f) for f in FILES)\n",
    'bibtex_bibfiles = ["a.bib"]\nbibtex_bibfiles.append("b.bib")\n': 'eir_bibliography_files = ["a.bib"]\neir_bibliography_files.append("b.bib")\n',
    "if DEV:\n    bibtex_bibfiles = []\n": "if DEV:\n    eir_bibliography_files = []\n",
    "bibtex_bibfiles = [\n    'a.bib',  # a\n]\n": "eir_bibliography_files = [\n    'a.bib',  # a\n]\n",
}


@pytest.mark.parametrize("before", FILE_SETTINGS)
def test_the_files_keep_their_value_under_our_name(sources: Sources, before: str) -> None:
    ours = LOADED.replace("sphinxcontrib.bibtex", "sphinxext_eir")
    assert becomes(sources, LOADED + before) == ours + FILE_SETTINGS[before]


STYLES = {
    "": "",
    'bibtex_default_style = "alpha"\n': "",
    'bibtex_default_style = "plain"\n': 'eir_citation_style = "eir-numeric"\n',
    'bibtex_default_style = "unsrt"  # in the order of citing\n': 'eir_citation_style = "eir-numeric"\n# in the order of citing\n',
    'bibtex_default_style = "plain"\nbibtex_reference_style = "author_year"\n': "",
    'bibtex_reference_style = "super"\n': 'eir_citation_style = "eir-numeric"\n',
}


@pytest.mark.parametrize("before", STYLES)
def test_styles_become_the_nearest_of_ours(sources: Sources, before: str) -> None:
    after = becomes(sources, LOADED + FILES + before)
    assert after.partition('["refs.bib"]\n')[2] == STYLES[before]


def test_a_style_that_all_lists_name_counts(sources: Sources) -> None:
    sources.write({"conf.py": LOADED + FILES, "page.rst": ".. bibliography::\n   :style: unsrt\n"}).migrate()
    assert 'eir_citation_style = "eir-numeric"\n' in sources.read("conf.py")


@pytest.mark.parametrize(
    "setting",
    [
        'bibtex_cite_id = "cite-{key}"\n',
        'bibtex_encoding = "latin-1"\n',
        'bibtex_tooltips_style = "plain"\n',
        "bibtex_default_style = choose()\n",
    ],
)
def test_what_a_setting_said_is_named_and_the_setting_goes(sources: Sources, setting: str) -> None:
    sources.write({"conf.py": LOADED + FILES + AUTHOR_YEAR + setting})
    (said,) = sources.said(LOADED + FILES + AUTHOR_YEAR + setting, "conf.py")
    assert said.startswith("4: ")
    assert "bibtex_" not in becomes(sources, LOADED + FILES + AUTHOR_YEAR + setting)


@pytest.mark.parametrize(
    "setting", ['bibtex_style = "unsrt"\n', "if x:\n    bibtex_default_style = 'plain'\n"]
)
def test_what_the_hand_has_to_do_stays_and_is_named(sources: Sources, setting: str) -> None:
    assert len(sources.said(LOADED + FILES + AUTHOR_YEAR + setting, "conf.py")) == 1
    assert becomes(sources, LOADED + FILES + AUTHOR_YEAR + setting).endswith(setting)


def test_previews_keep_what_was_said_of_tooltips(sources: Sources) -> None:
    assert becomes(sources, LOADED + FILES + "bibtex_tooltips = False\n").endswith("eir_previews = False\n")
    assert "tooltips" not in becomes(sources, LOADED + FILES + "bibtex_tooltips = True\n")


def test_a_style_in_python_is_named_once(sources: Sources) -> None:
    conf = LOADED + FILES + AUTHOR_YEAR + "import pybtex.style\nfrom pybtex.plugin import register_plugin\n"
    (said,) = sources.said(conf, "conf.py")
    assert said.startswith("4: a style in Python")


def test_line_ends_and_a_byte_order_mark_stay(sources: Sources) -> None:
    conf = "\ufeff" + (LOADED + FILES + 'bibtex_default_style = "plain"\n').replace("\n", "\r\n")
    assert becomes(sources, conf) == (
        '\ufeffextensions = ["sphinxext_eir"]\r\neir_bibliography_files = ["refs.bib"]\r\n'
        'eir_citation_style = "eir-numeric"\r\n'
    )
    page = "So :cite:`a`.\r\n\r\n.. bibliography::\r\n   :all:\r\n"
    sources.write({"conf.py": conf})
    assert sources.after(page) == "So :eir:citep:`a`.\r\n\r\n.. eir:bibliography::\r\n   :filter: all\r\n"
