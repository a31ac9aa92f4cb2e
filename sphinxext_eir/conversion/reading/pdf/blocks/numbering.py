"""Numbers that stand before headings, and those of chapters, alone on their lines."""

from __future__ import annotations

import re

from .....text.patterns import any_of
from .....text.vocabularies import locator_words

NUMBER = re.compile(
    r"""(?: (?P<decimal>(?:\d{1,2}|[A-Z](?=\.\d))(?:\.\d{1,2})*)[.)]?  # 1, 1.2, A.2
          | (?P<roman>[IVX]{1,5})\.
          | (?P<letter>[A-Z])\.
        )\s+\S""",
    re.VERBOSE,
)
"""What may stand before a heading."""
CHAPTER = re.compile(
    rf"""{any_of(locator_words("chapter", "part", "appendix", "book", shortest=2))} \s+ (?: \d{{1,2}} | [IVXLC]{{1,6}} | [A-ZА-Я] ) [.:]?
      | 第?\s?[\d一二三四五六七八九十]{{1,3}}\s?{any_of(locator_words("chapter", "part"))}
      | [IVXLC]{{1,6}}\.  # a number alone, over the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The number of a chapter, with its word or without."""


def is_chapter(text: str) -> bool:
    """Say if *text* is the number of a chapter, a part or an appendix after its word, and nothing else."""
    return bool(CHAPTER.fullmatch(text)) and " " in text.strip()
