"""Quotations in scripts without spaces, with their own quotation marks, and in letters that a PDF has changed."""

from __future__ import annotations

import pytest

from sphinxext_eir.text.quotation import RunningText, Verdict

JAPANESE = "海は静かではない、と彼は言った。そして船は来た。"
CHINESE = "北方的港口由冰决定,南方的港口由热决定。"
THAI = "ทะเลไม่เคยสงบ เขากล่าวอย่างนั้น"


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        (JAPANESE, "「海は静かではない」"),
        (JAPANESE, "『海は静かではない、と彼は言った。』"),
        (f"彼は「{JAPANESE[:8]}」と言った", f"彼は『{JAPANESE[:8]}』と言った"),
        (CHINESE, "《北方的港口由冰决定》"),
        ("the ﬁnal oﬃce of ﬂags", "the final office of flags"),
        ("in １８７１, said ＡＢＣ", "in 1871, said ABC"),
        ("العربية لغة", "العـــربية لغة"),
        ("\ufedf\ufe94", "لة"),  # presentation forms
    ],
)
def test_what_was_merely_restyled_is_exact(text: str, quotation: str) -> None:
    assert RunningText([text]).compare(quotation).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("text", "quotation", "nearest", "difference"),
    [
        (JAPANESE, "海が静かではない、と彼は言った", "海は静かではない、と彼は言った", "'が' for 'は'"),
        (CHINESE, "北方的港口由水决定", "北方的港口由冰决定", "'水' for '冰'"),
        (THAI, "ทะเลไม่เคยสงด เขากล่าว", "ทะเลไม่เคยสงบ", "'ด' for 'บ'"),
    ],
)
def test_a_wrong_letter_is_named_with_the_passage_around_it(
    text: str, quotation: str, nearest: str, difference: str
) -> None:
    comparison = RunningText([text, "別の文章。"]).compare(quotation)
    assert comparison.verdict is Verdict.DIFFERENT
    assert nearest[:8] in comparison.nearest.replace(" ", "")
    assert difference in [str(found) for found in comparison.differences]
