"""The language of a text, by its most frequent words.

A text of some length repeats the small words of its language, such as articles and prepositions, and has most of them. Both are
counted: a neighbour shares some of them (Galician with Spanish), but neither so many nor so often. Chinese, Japanese and Korean are
told by their scripts. What is not sure stays unsaid.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .vocabularies import CODES, folded_words

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERS: Mapping[str, str] = {
    "af": "die van en het is in wat nie word met op sy vir om hulle aan deur sal kan hy ons dit",
    "ast": "los les del nun pa que les col pola ye toa tou dende ensin otru les sos tamién",
    "az": "və bu bir ilə üçün olan ki də da olaraq hər sonra onun daha isə belə idi edir",
    "be": "і не на што ў як гэта для з яго да але яны быў таксама толькі пры які быць па ад",
    "bg": "и на да се не от за които който което като със това при по беше няма ще са е между след",
    "br": "ar an ha hag da en er war gant evit eo zo ket ez eus pe deus bet gwir pep",
    "ca": "de la el en un els amb les del dels una per que és són té aquest aquesta seva seu també més com entre als pel",
    "cs": "a se na je že s z do o ve pro jako však jsou které který byl byla není jeho také podle při nebo jsem mezi",
    "cy": "y yn a i o ar mae ei gan yr oedd bod hyn am wedi neu eu dros mewn",
    "da": "og i at det er en til af som på de for med ikke den har der et blev om var også mellem efter",
    "el": "και το της του η να την που με για των από τα στην τον είναι στο οι δεν τους ότι θα σε μια",
    "eo": "la kaj de en estas por al kiu ne kun ke ĝi kiel sed oni ili aŭ tiu",
    "et": "ja on ei et ka see oli mis kui või aga oma ning nii selle mille kuid seda pärast",
    "eu": "eta du da ez bat izan zuen dira baina ere egin duen beste hau dute behar",
    "fa": "و در به از که این را با است برای آن یک خود تا شده بر بود شد های هم می",
    "fi": "ja on ei että se oli hän mutta ovat myös joka kun sen mukaan tai kuin jotka ole sekä",
    "ga": "an na agus a i ar is go le do bhí tá sé chun seo nó ag ó",
    "gl": "de en un que da do unha dos das non na no súa seu máis coa polo pola unha como foi para entre ó esta",
    "he": "של את על לא הוא היא עם כי זה אל או גם כל אשר היה בין ידי זו",
    "hr": "i u je na se da su za s od kao što koji koja koje nije bi ili ali iz o te bio između",
    "hu": "a az és hogy nem egy is volt meg de csak mint ez azt ki már még kell után vagy amely között",
    "id": "yang dan di untuk dengan dari pada ini itu tidak dalam oleh adalah sebagai akan telah atau mereka juga",
    "is": "og að í á er sem það til við var um ekki en með fyrir af hann eru því",
    "la": "et in est non ad cum ut quod sed qui ex per si quae ab de esse sunt",
    "lt": "ir yra kad į su buvo ne iš tai kaip bet apie jo nuo arba taip pat už po per kurie",
    "lv": "un ir ka par no ar kā bet arī tas nav bija pēc uz kas vai lai pie viņa",
    "mk": "и на да се не од за со што како ги во кои која кој беше меѓу ќе по или",
    "nb": "og i å det er en til av som på de for med ikke den har et ble om var også mellom etter",
    "nl": "de het een van en is dat in op te niet zijn met voor die aan er ook als door maar werd om naar bij wordt over",
    "nn": "og i å det er ein til av som på dei for med ikkje den har eit vart om var også mellom etter",
    "oc": "de la que en los las del dels amb que dins per sens pas una un es son aquel totas a",
    "pl": "i w się na nie z do że jest to o jak ale przez po od oraz dla był są które który tym jego także być między",
    "ro": "și în de la cu a nu pe care un o din să se este mai ce pentru sau prin fost au sunt fi această între",
    "sk": "a sa na je že s z do v pre ako však sú ktoré ktorý bol bola nie jeho tiež podľa pri alebo aj medzi",
    "sl": "in je v se da na so za ki pa ne z s kot bi tudi pri po od ali iz bil med kar lahko ter vsak bila njegov zaradi",
    "sq": "dhe në të e për një me nga që si nuk është ka ishte do por edhe duke u",
    "sr": "и у је на се да су за од као што који која које није би или али из о те био са између",
    "sv": "och i att det är en till av som på de för med inte den har ett var om han också mellan efter",
    "sw": "ya na wa kwa ni katika za la kuwa yake hiyo au kama cha ili kila mtu wake yao hii",
    "uk": "і не на що у в як це для з його до але вони був також тільки при який бути та від або між",
    "ur": "کے کی میں سے اور کا ہے کو نے کہ پر یہ ہیں اس بھی تھا ایک جو لیے",
    "vi": "và của là có trong được các không cho với này người những một đã khi để từ mọi hay theo như phải bị về do",
}
"""Language → its frequent words, for those without a vocabulary."""

_FEWEST = 60
"""Words. A shorter text says too little."""
_LEAST = {0: 0.016, 300: 0.03}
"""Words of a text → the least share of them that are frequent ones of its language, times the share of these that it has."""
_AHEAD = 1.25
"""The ratio by which it must be ahead of the next."""
_ENOUGH = 20_000
"""Words. The rest of a long text says nothing new."""

_WORD = re.compile(r"[^\W\d_]{2,}")


class _Weight(NamedTuple):
    """How much speaks for a language."""

    weight: float
    code: str


def language_in(text: str) -> str:
    """Return the code of the language that *text* is in (ISO 639-1, else 639-3); nothing if it isn't sure."""
    if script := _language_of_script(text):
        return script
    found = Counter([match[0] for match in islice(_WORD.finditer(text), _ENOUGH)])
    many = found.total()
    if many < _FEWEST:
        return ""
    counts: Counter[str] = Counter()
    for word, count in found.items():
        counts[word.casefold()] += count
    best, second = sorted((_weight(counts, many, code) for code in _languages()), reverse=True)[:2]
    least = max(share for words, share in _LEAST.items() if words <= many)
    return best.code if best.weight >= max(least, _AHEAD * second.weight) else ""


def _language_of_script(text: str) -> str:
    """Return the language of a text that is mostly in a script which tells it."""
    text = text[: 10 * _ENOUGH]
    eastern = len(_EASTERN.findall(text))
    if not eastern or 2 * eastern < sum(map(str.isalpha, text)):
        return ""
    letters = Counter(_script(character) for character in text if character.isalpha())
    east = letters["HIRAGANA"] + letters["KATAKANA"] + letters["CJK"] + letters["HANGUL"]
    if 2 * east < letters.total() or not east:
        return ""
    if letters["HANGUL"] > letters["CJK"]:
        return "ko"
    return "ja" if 10 * letters["HIRAGANA"] > east else "zh"


_EASTERN = re.compile(r"[\u3000-\U0010ffff]")
"""What isn't in a text whose script doesn't tell its language."""


def _script(character: str) -> str:
    """Return the first word of a character's name, which is its script."""
    return unicodedata.name(character, "").partition(" ")[0] if character > "\u2fff" else ""


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    """Return the frequent words of each language. Words of one letter are those of too many."""
    said = {code: folded_words("common", code) for code in CODES}
    said |= {code: frozenset(words.split()) for code, words in OTHERS.items()}
    words = {code: frozenset(word for word in words if len(word) > 1) for code, words in said.items()}
    return {code: known for code, known in words.items() if known}


def _weight(counts: Counter[str], total: int, code: str) -> _Weight:
    """Return the share of *code*'s words in a text, times the share of them that the text has."""
    known = _languages()[code]
    here = [count for word in known if (count := counts.get(word))]
    return _Weight(sum(here) / total * len(here) / len(known), code)
