"""The name of an entry in the labels of its backlinks, in the language of its document."""

from __future__ import annotations

import pytest

from sphinxext_eir.features.bibliography.cited_entries import name_of
from sphinxext_eir.typed.references import read_reference


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        ("Blank, Stephen and Roe, Jane (2000) Waiting. London.", "en", "Blank and Roe 2000"),
        ("Weiß, Karl und Müller, Eva (o. J.) Das Warten. Köln.", "de", "Weiß und Müller o. J."),
        ("Durand, A. et Martin, B. (2005) Attente. Paris.", "fr", "Durand et Martin 2005"),
        ("Иванов И. И., Петров П. П. Ожидание. М.: Наука, в печати.", "ru", "Иванов и Петров в печати"),
        ("سالم، محمود وحداد، ليلى (2005) الانتظار. بيروت.", "ar", "سالم وحداد 2005"),
        ("Blank, S., Roe, J., Doe, A. (n.d.) Waiting. London.", "es", "Blank et al. s. f."),
        ("Blank, S. and Roe, J. (n.d.) Waiting. London.", "nl", "Blank and Roe n.d."),
    ],
)
def test_a_name_is_in_the_language_of_its_document(typed: str, language: str, name: str) -> None:
    assert name_of(read_reference(typed), language) == name
