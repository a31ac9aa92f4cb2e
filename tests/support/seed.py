"""The source article, as words: what every rebuilt page is held against."""

from __future__ import annotations

import re

from support.paths import ROOT

SEED = ROOT / "seeds" / "000_b478835d4a95e255.txt"
ARTICLE = ROOT / "docs" / "articles" / "russias-foreign-policy-in-kosovo.rst"

NOTICE = re.compile(r"This PDF is auto-generated.*as linked below\.\n")
RUNNING_HEAD = re.compile(r"(?<=\n)# Russia's Foreign Policy in Kosovo\n\nWritten by Abit Hoxha\n")
QUOTATION_MARKS = str.maketrans("‘’“”", "''\"\"")


def seed_words() -> list[str]:
    """Return the words of the seed, its Markdown read, without the notice and the two running heads."""
    text = SEED.read_text(encoding="utf-8")
    text, notices = NOTICE.subn("", text)
    text, heads = RUNNING_HEAD.subn("", text)
    assert (notices, heads) == (1, 2)
    text = re.sub(r"\[http[^]]*\]\((http[^)]*)\)", r"\1", text)  # a link whose text is its URL, escaped twice
    text = re.sub(r"<(http[^>]*)>", r"\1", text)
    text = re.sub(r"^#+ ", "", text, flags=re.MULTILINE)
    text = re.sub(r"(\*\*?)([^*]+)\1", r"\2", text)
    return folded(text)


def folded(text: str) -> list[str]:
    """Return the words of *text*: quotation marks and white space are folded, nothing else."""
    return text.translate(QUOTATION_MARKS).split()
