"""The units of locators: CSL's terms, the words that authors type for them, and those that pandoc knows."""

from __future__ import annotations

WORDS = {
    "book": "book books bk. bks.",
    "chapter": "chapter chapters chap. chaps. ch. chs.",
    "column": "column columns col. cols.",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols.",
    "issue": "issue issues number numbers no. nos.",
    "line": "line lines l. ll.",
    "note": "note notes n. nn.",
    "opus": "opus opera op. opp.",
    "page": "page pages p. pp. pg. pgs.",
    "paragraph": "paragraph paragraphs para. paras. par. pars. ¶ ¶¶",
    "part": "part parts pt. pts.",
    "section": "section sections sec. secs. sect. sects. § §§",
    "sub-verbo": "sub-verbo s.v. s.vv.",
    "verse": "verse verses v. vv.",
    "volume": "volume volumes vol. vols.",
    "act": "act acts",
    "appendix": "appendix appendices app. apps.",
    "article-locator": "article articles art. arts.",
    "canon": "canon canons can. cans.",
    "elocation": "location locations loc. locs.",
    "equation": "equation equations eq. eqs.",
    "rule": "rule rules r. rr.",
    "scene": "scene scenes sc. scs.",
    "supplement": "supplement supplements supp. supps.",
    "table": "table tables tbl. tbls.",
    "timestamp": "timestamp timestamps",
    "title-locator": "title titles tit. tits.",
    "version": "version versions",
}
"""Each of CSL's locator terms (specification 1.0.2, appendix III) and the English words for it: singular, plural, short."""

LABELS = frozenset(WORDS)

LABEL_OF = {word: label for label, words in WORDS.items() for word in words.split()}
"""The term for a typed word in small letters. An abbreviation of more than one letter may lack its stop."""

PRINTED = frozenset(list(WORDS)[:16])
"""The terms that pandoc reads."""

UNPRINTED = LABELS - PRINTED
"""The terms that pandoc doesn't read: in what is sent, each takes the place of one that it does."""


def short(label: str, *, plural: bool) -> str:
    """Return the short English word for *label*."""
    words = WORDS[label].split()
    return words[1 if plural else 0] if len(words) < 4 else words[3 if plural else 2]
