"""Tags of languages: which are taken, in which form, and which are meant by what isn't one."""

from __future__ import annotations

import pytest

from sphinxext_eir.text.fields import FieldError
from sphinxext_eir.text.language_tags import read_language
from sphinxext_eir.text.languages import language_tag, locale_of


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("de", "de"), ("EN", "en"), ("pt_BR", "pt-BR"), ("zh-hans-cn", "zh-Hans-CN"), ("de-ch-1996", "de-CH-1996"),
        ("ca@valencia", "ca-valencia"), ("sr@latin", "sr-Latn"), ("en-419", "en-419"), ("grc", "grc"), ("de-u-co-phonebk", "de-u-co-phonebk"),
    ],
)  # fmt: skip
def test_a_tag_is_written_as_bcp_47_recommends(typed: str, tag: str) -> None:
    assert read_language(typed) == tag


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("german", "de"), ("Deutsch", "de"), ("français", "fr"), ("ger", "de"), ("jp", "ja"), ("cn", "zh"), ("ua", "uk"),
        ("dk", "da"), ("de-ZZQ", "de"), ("sh", "sr-Latn"), ("xx", ""), ("x-klingon-kapla", ""), ("12", ""),
    ],
)  # fmt: skip
def test_what_is_no_tag_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(FieldError, match=rf"did you mean {meant}\?" if meant else "or pt-BR$"):
        read_language(typed)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("sr@latin", "sr-Latn"), ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("ja_JP.UTF-8", "ja-JP"), ("pt_BR", "pt-BR")],
)
def test_gettexts_names_of_languages_become_tags(language: str, tag: str) -> None:
    assert language_tag(language) == tag


def test_a_tag_with_a_variant_has_the_conventions_of_its_language() -> None:
    assert str(locale_of("de-CH-1996")) == "de_CH"
    assert str(locale_of("sr@latin")) == "sr_Latn"
