"""Quotations in scripts without spaces, with their own quotation marks, and in letters that a PDF has changed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


SCRIPTS = (
    JAPANESE, CHINESE, f"{THAI} น้ำ", "בְּרֵאשִׁית בָּרָא אֱלֹהִים", "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا", "می‌خواهم کتاب‌ها را بخوانم", "सभी मनुष्यों को गौरव प्राप्त है",
    "모든 인간은 태어날 때부터", "លោកដឹងថាមនុស្ស", "လူတိုင်းသည် တူညီ", "འགྲོ་བ་མིའི་རིགས", "Tất cả mọi người", "Ὅλοι οἱ ἄνθρωποι", "İstanbul’da ıslak", "the ﬁnal oﬃce",
)  # fmt: skip
INVISIBLE = "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2063\u2068\u2069\ufe0e\ufe0f\ufeff\U000e0001\U000e0101"
SPACES = "\xa0\u2002\u2009\u202f\u205f\u3000\n"


@given(st.sampled_from(SCRIPTS), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.data())
def test_no_form_of_a_letter_no_space_and_nothing_invisible_tells_words_apart(
    text: str, form: str, data: st.DataObject
) -> None:
    restyled = unicodedata.normalize(form, text).replace(" ", data.draw(st.sampled_from(SPACES)))
    for character in data.draw(st.lists(st.sampled_from(INVISIBLE), max_size=3)):
        place = data.draw(st.integers(0, len(restyled)))
        restyled = restyled[:place] + character + restyled[place:]
    for said, quoted in ((text, restyled), (restyled, text)):
        assert RunningText([f"Before. {said} Behind."]).compare(quoted).verdict is Verdict.EXACT


@given(st.sampled_from(SCRIPTS), st.data())
def test_a_letter_left_out_is_a_difference_in_every_script(text: str, data: st.DataObject) -> None:
    letters = [
        place for place, character in enumerate(text) if character.isalpha() and 0 < place < len(text) - 1
    ]
    # Without its last letter, a text that has no spaces is a shorter quotation of the same.
    place = data.draw(st.sampled_from(letters[:-1]))
    comparison = RunningText([f"Before. {text} Behind."]).compare(text[:place] + text[place + 1 :])
    assert comparison.verdict is Verdict.DIFFERENT
