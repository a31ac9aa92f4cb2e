"""Each branch of the long expressions about typed text, by an example."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

import pytest

import sphinxext_eir.text
import sphinxext_eir.typed
from sphinxext_eir.text.patterns import CompiledLater
from sphinxext_eir.typed.words import words_for

EXAMPLES: dict[str, list[tuple[str, str | None]]] = {
    "text.name_parts._PATRONYMIC": [
        ("Сергеевич", "Сергеевич"), ("Ильич", "Ильич"), ("Михайлівна", "Михайлівна"), ("Никитична", "Никитична"), ("Толстой", None), ("вич", None),
    ],
    "text.author_structures._STRUCTURE": [('["A"]', '["'), ("{name: A}", "{"), ("[A, B]", "[A,"), ("[name: A]", "[name:"), ("['A']", "['"), ("[Anonymous]", None), ("'t Hooft, G.", None)],
    "text.author_lines._AND": [
        ("A, and B", ", and "), ("A UND B", " UND "), ("A & B", " & "), ("A и B", " и "), ("A | B", " | "), ("A/B", None), ("Andes B", None),
    ],
    "text.authors._TAIL": [
        ("A <https://orcid.org/1>", "<https://orcid.org/1>"),
        ("A https://orcid.org/1", "https://orcid.org/1"),
        ("A (University (B))", "(University (B))"),
        ("A", None),
    ],
    "text.dates.MAIL_DATE": [
        ("15 April 2021", "15 April 2021"), ("Sat, 1 Jan 2000", "Sat, 1 Jan 2000"), ("1 Sept. 2000", "1 Sept. 2000"), ("1/2/2000", None),
    ],
    "text.language_tags._TAG": [
        ("de", "de"), ("zh-Hans-CN", "zh-Hans-CN"), ("en-419", "en-419"), ("de-CH-1996", "de-CH-1996"), ("1", None),
    ],
    "text.dates.ACCESSED": [
        ("accessed 3", "accessed "), ("Last accessed on the 3", "Last accessed on the "), ("Retrieved: 3", "Retrieved: "),
        ("date of access: 3", "date of access: "), ("viewed online at 3", "viewed online at "), ("unforeseen", None),
    ],
    "text.media._VIMEO": [
        ("/channels/staffpicks/12", "/channels/staffpicks/12"), ("/groups/a/videos/12", "/groups/a/videos/12"),
        ("/video/12/", "/video/12/"), ("/12/8f", "/12/8f"), ("/about", None),
    ],
    "text.media._PEERTUBE": [
        ("/w/kkGMgK9ZtnKfYAgnEtQxbv", "/w/kkGMgK9ZtnKfYAgnEtQxbv"), ("/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv", "/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv"),
        ("/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", "/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d"), ("/w/short", None),
    ],
    "text.light_markup._MARKUP": [
        ("a **b** c", "**b**"), ("a *b* c", "*b*"), ("[a](https://a.org/b)", "[a](https://a.org/b)"), ("see https://a.org/b.", "https://a.org/b"),
        ("`a <https://a.org>`__", "`a <https://a.org>`__"), ("2 * 3 * 4", None),
    ],
    "text.fields._DATED": [
        ("2024-03-01: a table", "2024-03-01: a table"), ("2024 – a table", "2024 – a table"), ("2024-03-01T12:00Z a table", "2024-03-01T12:00Z a table"),
        ("March 2024", None),
    ],
    "typed.entry_authors._COMPOUND": [
        ("Ortega y Gasset, José", "Ortega y Gasset"), ("Costa e da Silva, Ana", "Costa e da Silva"), ("Ortega and Gasset, José", None), ("ortega y Gasset", None),
    ],
    "typed.entry_authors._ARABIC_AND": [("سالم محمود وحداد ليلى", " و"), ("سالم محمود، وحداد ليلى", None), ("سالم وحداد", None)],
    "typed.glosses._QUOTED": [
        ("a film “Stalker”", "a film “Stalker”"), ("Filme «Сталкер»", "Filme «Сталкер»"), ("of “stalker”", None), ("the film “Stalker” and", None),
    ],
    "typed.references._ACCESS_END": [
        ("12) x", ")"), ("12.03.2012, x", ""), ("2012-03-12, x", ""), ("2012-03-12. Online", ". "), ("yesterday. Online", ". "), ("12. Mai", None),
    ],
    "text.web_page._NOT_IN_HTML": [("a\x01", "\x01"), ("a\ufdd0", "\ufdd0"), ("a\ud800", "\ud800"), ("a\tb\n", None)],
    "typed.evidence._TITLED": [
        ("in “Long Telegram”", "“Long Telegram”"), ("in «Сталкере»", "«Сталкере»"), ("\x02Stalker\x03’da", "\x02Stalker\x03’da"),
        ("the “long” one", None), ("as “terms” are", None), ("so “it was” ", None),
    ],
    "typed.evidence._GERMAN_TITLE": [("seen in Das weiße Band ", "in Das weiße Band "), ("So war es. Das weiße Band ", None)],
    "typed.evidence._QUOTED": [
        ("“a harbour is no more than a promise”", "“a harbour is no more than a promise”"), ("“a promise”", None),
    ],
    "typed.evidence._PHRASE": [
        ("des « concepts nomades » ", "« concepts nomades » "), ("“distant reading”", "“distant reading”"), ("“Long Telegram”", None),
        ("“terms”", None),
    ],
    "typed.citations._GOES_WITH": [(", ", ", "), (" and ", " and "), ("; ", "; "), ("", "")],
    "typed.citations._IBID": [
        ("ibid.", "ibid."), ("see ibid., 12", "see ibid., 12"), ("\x02Ibid.\x03: 12", "\x02Ibid.\x03: 12"), ("idem, ibidem", "idem, ibidem"),
        ("ibidemque", None),
    ],
    "typed.citations._OP_CIT": [
        ("Blank, op. cit.: 12", ", op. cit.: 12"), ("Blank \x02op.cit.\x03", " \x02op.cit.\x03"), ("Müller a.a.O.", " a.a.O."), ("a citation", None),
    ],
    "typed.citations._TITLE": [
        ("Blank's \x02Work\x03 ", "'s \x02Work\x03 "), ("Blank’s second \x02Work\x03", "’s second \x02Work\x03"), ("Blank, in \x02Work\x03", ", in \x02Work\x03"),
        ("Blank, \x02Work\x03", ", \x02Work\x03"), ("his \x02Work\x03", None),
    ],
    "typed.paragraphs._BARE_YEAR": [("as Blank 2000", "k 2000"), ("al., 2000", "l., 2000"), ("山田2000", "田2000"), ("it is 20 km", None)],
    "typed.citations._BRACKETED_YEAR": [("Silva ([2016])", "([2016]"), ("Silva, [s.d.], p. 3", "a, [s.d.]"), ("Silva, [2001?])", "a, [2001?]"), ("Silva, [1944] 2001)", None)],
    "typed.citations._TITLE_ALONE": [
        ("\x02The Economist\x03 ", "\x02The Economist\x03 "), ("‘A Piece’, ", "‘A Piece’, "), ("see “Tides” ", "“Tides” "),
        ("‘a word’ ", None), ("\x02Tides\x03 says", None),
    ],
    "typed.matching._BEFORE": [("S. Blank", "S. Blank"), ("Stephen M. Blank", "Stephen M. Blank"), ("J.-P. O’Neil", "J.-P. O’Neil"), ("Stephen Blank", None)],
    "typed.matching._AFTER": [("Blank, S. J.", "Blank, S. J."), ("Blank S.", "Blank S."), ("Blank, Stephen", None)],
    "text.sentences.PARAGRAPH_END": [
        ("It ended.", "."), ("It ended.” ", ".” "), ("It ended:", ":"), ("It ended.[ii]", ".[ii]"), ("It ended [12]", None),
        ("It ended.¹²", ".¹²"), ("It ended…*)", "…*)"), ("It goes on", None),
    ],
    "text.sentences.SENTENCE_END": [
        ("It ended. It", "."), ("Ended?” It", "?”"), ("J. Blank", None), ("Dr. Blank", None), ("the U.N. in", None), ("etc. and", None),
        ("終わった。次", "。"), ("終わった！」次", "！」"),
    ],
    "typed.cited_names._TOKEN": [
        ("O’Connell", "O’Connell"), ("Doswald-Beck,", "Doswald-Beck"), ("U.N. x", "U.N."), ("وفقًا ل", "وفقًا"), (", x", ","), ("& x", "&"), ("  x", "  "), ("\n\n", "\n"), ("*x", "*"),
        (" – x", " "), ("/x", "/"),
    ],
    "typed.cited_names._JOINED": [
        ("Schmidt/Meier", "/"), ("a·b", "·"), ("سالم وحداد", " "), ("李华和张伟", "和"), ("鈴木と佐藤", "と"), ("王和平", None),
    ],
    "typed.cited_names._ENDING": [
        ("World Bank (WB) ", " (WB) "), ("Blank, eds ", ", eds "), ("Blank et al. ", " et al. "), ("Blank, \x02et al.\x03 ", ", \x02et al.\x03 "),
        ("Blank and others, ", " and others, "), ("Blank’s ", "’s "), ("Blank: ", ": "), ("Blank", ""),
        ("Diogenes, VI 40, ", ", VI 40, "), ("Blank \x02et al\x03.; ", " \x02et al\x03.; "),
    ],
    "typed.words.words_for(en).aside": [
        ("see", "see"), ("for an overview", "for an overview"), ("for example", "for example"), ("inter alia", "inter alia"),
        (";", ";"), ("\x03", "\x03"), ("pp. 12", "pp. 12"), ("chapters 3", "chapters 3"), ("Xwar", None),
    ],
    "typed.citations._AT_SECOND_HAND": [
        ("1999, as cited in", ", as cited in"), ("1999 quoted by", " quoted by"), ("1999; qtd. in", "; qtd. in"), ("1999 cited", None),
    ],
    "typed.words.words_for(en).before_verb": [
        (" argues", " argues"), (", who has also famously argued", ", who has also famously"), (" himself writes", " himself writes"),
    ],
    "typed.claims._LISTED": [
        (", Clark (2001), and", ", Clark (2001)"), (" and by Clark (2001) argue", " and by Clark (2001)"),
        (", as well as Clark and Dole (2001)", ", as well as Clark and Dole (2001)"), (" in Clark (2001)", None),
    ],
    "typed.words.words_for(en).ascribed": [
        *((f"Power, {words} ", f"{words} ") for words in ("according to", "as does", "as", "See also", "following", "cf.", "By")),
        ("authors like ", "authors like "), ("scholars such as ", "scholars such as "), ("the likes of ", None),
    ],
    "typed.entry_authors._ET_AL": [
        ("Blank, S., et al.", ", et al."), ("Blank and others", " and others"), ("Blank and colleagues", " and colleagues"),
        ("Blank et alii", None),
    ],
    "typed.entry_authors._AND": [
        *((f"Blank {word} Clark", f" {word} ") for word in ("&", "and", "with")),
        ("Blank, S./Clark, W.", "/"), ("Blank, S. and/or", None),
        ("鈴木一郎・佐藤花子", "・"), ("佐々木・野々村", "・"), ("みどり・佐藤", "・"), ("マックス・ウェーバー", None),
    ],
    "typed.entry_authors._BY_INITIALS": [
        ("Blank, S. J. Title", "Blank, S. J."), ("Grix J, Lee D. Title", "Grix J, Lee D."), ("García Linera, Á. and Blank AB. Title", "García Linera, Á. and Blank AB"),
        ("Blank, S./ Clark, W. Title", "Blank, S./ Clark, W."), ("Stephen Blank", None),
    ],
    "typed.entry_authors._CHUNK": [
        ("Blank, S.", "Blank"), ("Blank and Clark", "Blank"), (", and Clark; x", ", and Clark"), ("; Clark", "; Clark"), ("& Clark", "& Clark"),
    ],
    "typed.plausible._SECOND_CAPITAL": [("McDonald", "McDonald"), ("DeLillo", "DeLillo"), ("O’Connell", "O’Connell"), ("", "")],
    "typed.references._OPENING_QUOTE": [
        ("Blank, “Tar”", " “T"), ("“Tar”", "“"), ("山本太郎『番号』", "『"), ("王明:《路》", ":《"), ("'t Hart", None), ("Blank’s", None),
    ],
    "typed.references._IN_BRACKETS": [
        ("Blank (2000a) T", "(2000a)"), ("Annan (18 September 1999) T", "(18 September 1999)"), ("Fanon (1963 [1961]) T", "(1963 [1961])"), ("Meyer (1970a2) T", "(1970a2)"),
        ("Blank [n.d.] T", "[n.d.]"), ("Oil (of nuts and seed) T", None), ("OUP (London: Verso, 2003)", "(London: Verso, 2003)"), ("Blank (ed.) T", None),
    ],
    "typed.references._ACRONYM_AND_NAME": [
        ("ILO – International Labour Organization", "ILO – International Labour Organization"), ("IBGE - INSTITUTO", "IBGE - INSTITUTO"), ("Ghizoni-Jr.", None),
    ],
    "typed.references._OPENING_CAPITALS": [
        ("LOS MINISTROS Nicolás", "LOS MINISTROS"), ("MACRI: ajustar", "MACRI"), ("SILVA, Ana", None),
    ],
    "typed.references._BARE": [
        (", 2000a.", ", 2000a"), ("Fontes, 2011/1979.", ", 2011/1979"), ("Press, 2001, 2002.", ", 2001, 2002"), (". n.d.", ". n.d."),
        ("Uol. 03-06-2020.", ". 03-06-2020"), ("249-283,1993.", ",1993"), (" 2000-", None),
        ("遠流,2008年", ",2008"),
    ],
    "typed.references._ONE_YEAR": [("in 2000a", "2000a"), ("no 2000 troops", "2000"), ("n.d.-b", "n.d.-b"), ("in press", "in press"), ("forthcoming b", "forthcoming b"), ("1970a²", "1970a"), ("12000", None)],
    "typed.references._EDITORS": [
        ("Blank, S. (Eds.)", "(Eds.)"), ("Blank, S. [editor] ", "[editor]"), ("Blank, S., ed. ", " ed. "), ("Blank, S., Eds", " Eds"),
        ("Miliband, Ed", None), ("Blank, S. (trans.)", None),
    ],
    "typed.years._ONE": [
        ("Blank 2000a", "2000a"), ("the 2000s", None), ("n.d.-a", "n.d.-a"), ("1994/95", "1994/95"), ("1994–95", None),
        ("1963 [1961]", "1963 [1961]"), ("[1944] 2001", "[1944] 2001"), ("1795/1983", "1795/1983"), ("A/2000", None),
        ("2015 [1934-1935]", "2015 [1934-1935]"), ("2001م", "2001م"), ("1995أ", "1995أ"), ("2001’den akt.", "2001"), ("2001’den beri", None),
        ("田中2001", "2001"), ("𠮷野2001", "2001"), ("é2001", None),
    ],
    "typed.years._LOCATOR": [
        (": 210", ": 210"), (": p. 210", ": p. 210"), (", pp. 3-4 and 12", ", pp. 3-4 and 12"), (" § 12", " § 12"), ("; 166", "; 166"),
        (", xii", ", xii"), (", 12ff.", ", 12ff."), (", 2001", None), (" n 4", None), (" n. 4", " n. 4"), (", kindle loc. 12", ", kindle loc. 12"),
        (", 第12页", ", 第12页"), (", 頁 12-14", ", 頁 12-14"),
    ],
}  # fmt: skip
"""Expression → texts, each with what is found in it."""

PACKAGES = (sphinxext_eir.text, sphinxext_eir.typed)


JUDGING = "typed.words.words_for(en)."
"""The beginning of the names of expressions that each language has."""


def expression(name: str) -> re.Pattern[str]:
    if name.startswith(JUDGING):
        return is_expression(getattr(words_for("en"), name.removeprefix(JUDGING)))
    module, _, attribute = name.rpartition(".")
    return is_expression(getattr(import_module(f"sphinxext_eir.{module}"), attribute))


def is_expression(found: object) -> re.Pattern[str]:
    assert isinstance(found, re.Pattern | CompiledLater)
    return cast("re.Pattern[str]", found)


def verbose_expressions() -> set[str]:
    """Return the names of the verbose expressions, each in the module that it is written in."""
    found: dict[int, str] = {}
    for package in PACKAGES:
        for module in iter_modules(package.__path__):
            held = import_module(f"{package.__name__}.{module.name}")
            for name, value in vars(held).items():
                if (
                    isinstance(value, re.Pattern | CompiledLater)
                    and value.flags & re.VERBOSE
                    and re.search(
                        rf"^{name} = (?:re\.compile|compile_later)", inspect.getsource(held), re.MULTILINE
                    )
                ):
                    found[id(value)] = f"{package.__name__.partition('.')[2]}.{module.name}.{name}"
    judging = {f"{JUDGING}{name}" for name in ("aside", "before_verb", "ascribed")}
    return set(found.values()) | judging


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [(name, *example) for name, examples in EXAMPLES.items() for example in examples],
)
def test_a_branch_finds_its_example(name: str, text: str, found: str | None) -> None:
    match = expression(name).search(text)
    assert (match and match[0]) == found


def test_each_long_expression_has_examples() -> None:
    assert set(EXAMPLES) == verbose_expressions()
