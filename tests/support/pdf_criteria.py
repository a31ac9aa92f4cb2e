"""Examples for the criteria by which the lines of a PDF are judged: each criterion has one that it decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinxext_eir.conversion.reading.pdf.blocks import breaks, joins
from sphinxext_eir.conversion.reading.pdf.kinds import headings
from sphinxext_eir.conversion.reading.pdf.kinds import kind as kinds
from sphinxext_eir.conversion.reading.pdf.kinds.cases import Case
from sphinxext_eir.conversion.reading.pdf.kinds.peers import Peers
from sphinxext_eir.conversion.reading.pdf.layout.lines import Line
from sphinxext_eir.conversion.reading.pdf.layout.setting import Region, Setting
from sphinxext_eir.conversion.reading.pdf.page.drawings import Rule
from sphinxext_eir.conversion.reading.pdf.page.elements import Tag
from sphinxext_eir.conversion.reading.pdf.page.words import Style, Word
from sphinxext_eir.conversion.reading.pdf.streams import furniture, zones
from sphinxext_eir.conversion.reading.pdf.streams.labels import Label

if TYPE_CHECKING:
    from sphinxext_eir.text.decisions import Criterion

LEFT, RIGHT = 72.0, 500.0


def line(  # noqa: PLR0913
    text: str = "waiting is an art of patient people",
    *,
    x0: float = LEFT,
    x1: float = RIGHT,
    base: float = 400,
    size: float = 10.0,
    page: int = 2,
    bold: bool = False,
    italic: bool = False,
    target: str = "",
    raised: str = "",
    dotted: bool = False,
    mono: bool = False,
    sans: bool = False,
    tag: Tag | None = None,
) -> Line:
    """Return a line of words between two places, after a *raised* label."""
    style = Style(size, bold, italic, mono, sans=sans)
    parts = text.split()
    step = (x1 - x0) / max(sum(len(part) + 1 for part in parts) - 1, 1)
    words, x = [], x0
    if raised:
        words.append(Word(raised, x0 - 4, x0 - 1, base + 4, Style(size * 0.6)))
    for part in parts:
        words.append(Word(part, x, x + len(part) * step, base, style, spaced=True, target=target, tag=tag))
        x += (len(part) + 1) * step
    return Line(page, 0, tuple(words), dotted)


REGION = Region(2, 0, (), LEFT, RIGHT, hanging=False)
SETTING = Setting(10.0, {20: 12.0}, spaced=False, indented=True, hanging=False)
SPACED = Setting(10.0, {20: 12.0}, spaced=True, indented=False, hanging=False)
HANGING = REGION._replace(hanging=True)

# Furniture


def row(text: str = "Essays", *others: Line, head: bool = True, **known: Any) -> furniture.Row:
    looks = {name: known.pop(name) for name in ("base", "bold", "raised", "size", "x1") if name in known}
    looks.setdefault("base", 780 if head else 20)
    inner = known.pop("inner", line(base=700 if head else 100))
    values = {"pages": 10, "body": 10.0, "offset": 0, "leading": 12.0, **known}
    return furniture.Row(line(text, **{"x1": 200, **looks}), head, inner, others, **values)


def alike(*texts: str) -> list[Line]:
    return [line(text, page=3 + n, base=780) for n, text in enumerate(texts)]


BY_PLACE = {
    "without a number that goes with the page, and not on most pages, in a file that marks its furniture": row("Essays", *alike("Essays"), marks=True),
    "too small to be read": row("journal.123", size=1.0),
    "begins with a raised number, as a note does": row("Ibid. 12", raised="1", head=False),
    "the number of a page, in the form of one": row("Page 2/5"),
    "a number that goes with the page": row("2"),
    "a publisher's or a browser's line, at the head of a page": row("E-International Relations"),
    "a publisher's or a browser's line, at the foot of a page": row("E-International Relations", head=False),
    "says at the head of a page what pages before it say there": row(
        "A chart", *(line("A chart", base=780, page=page) for page in (1, 3)), bold=True
    ),
    "set like a heading, and not on most pages": row("Conclusion", *alike("Conclusion"), bold=True),
    "right under a line of its size, with a number that doesn't go with the page: the end of a note": row(
        "2019.", *alike("11."), head=False, base=88
    ),
    "set as close as the text": row("Essays", *alike("Essays"), inner=line(base=768)),
    "returns at the head of several pages, with a number that goes with them": row("12 Essays", *alike("13 Essays")),
    "returns at the foot of several pages, with a number that goes with them": row("12 Essays", *alike("13 Essays"), head=False),
    "with the number of the page, at the head": row("2 Of trains"),
    "with the number of the page, at the foot": row("2 Of trains", head=False),
    "at the place of the heads of other pages": row("Of trains", in_band=True),
    "returns at the head of several pages": row("Essays", *alike("Essays", "Essays", "Essays")),
    "returns at the foot of several pages": row("Essays", *alike("Essays", "Essays", "Essays"), head=False),
}  # fmt: skip

# Labels and zones of notes


def label(text: str = "5", form: str = "raised", *page: str, before: tuple[str, ...] = (), last: int = 4, **known: Any) -> zones.LabelCase:  # fmt: skip
    return zones.LabelCase(Label(text, form, 1, len(text)), page, before, last, **{"used": (), **known})


LABELS = {
    "the number of an entry, under the heading of a bibliography": label("5", "stopped", entries=True),
    "was read on this page already": label(used=("5",)),
    "in another form than the labels before": label("5", "bare", "5", usual="raised"),
    "raised, and the text refers to it": label("9", "raised", "9"),
    "raised, and the next number": label(),
    "a symbol that the text refers to": label("†", "bare", "†"),
    "a symbol before the first note": label("*", "bare", last=0),
    "the next number, glued to its note under a rule": label("5", "glued", under_rule=True),
    "glued to a word": label("7", "glued"),
    "the next number": label("5", "stopped"),
    "the first number, under a rule, and a word ends with it": label(
        "1", "bare", last=0, under_rule=True, glued=("1",)
    ),
    "the number that the markers of the page begin with": label("1", "bare", "1", "2"),
    "a number that the text refers to, soon after the last": label("7", "bare", "3", "7"),
    "a number that was left out, and the text refers to it": label("3", "stopped", missing={"3"}),
}

NOTE = zones.Start(0, Label("1", "raised", 1, 1), "raised, and the next number")
SHORT_RULE, LONG_RULE = Rule(LEFT, 200, 110), Rule(LEFT, RIGHT, 110)


def foot(*starts: zones.Start, small: bool = True, rule: Rule | None = None, text: str = "Ibid.", gap: float = 12, open_note: bool = False, had: bool = False) -> zones.Foot:  # fmt: skip
    lines = [line(base=100 + gap), line(text, base=100, size=8)]
    told = (10.0, ("1",), ("1",), frozenset((1,)))
    return zones.Foot(lines, 1, starts, small, rule, RIGHT - LEFT, 12.0, open_note, had, *told)


ZONES = {
    "smaller, under a rule, with labels": foot(NOTE, rule=SHORT_RULE),
    "smaller, and begins small where a note goes on, before the next": foot(
        NOTE._replace(line=1), text="and on", had=True, open_note=True
    ),
    "smaller, and begins with a label that the text refers to": foot(NOTE),
    "smaller, and a note goes on in it before the next": foot(
        NOTE._replace(line=1), had=True, open_note=True
    ),
    "under a short rule, with labels": foot(NOTE, small=False, rule=SHORT_RULE),
    "smaller, under a rule, after a note": foot(rule=LONG_RULE, had=True),
    "smaller, and a note goes on in it": foot(text="and on", open_note=True, had=True),
    "under a short rule, and a note goes on in it": foot(
        text="and on", small=False, rule=SHORT_RULE, open_note=True, had=True
    ),
    "after a gap, with labels in the order of the markers": foot(NOTE, small=False, gap=30),
}

# Beginnings of blocks

STOPPED = line("Waiting is an art of patient people.")
SHORT = line("Waiting is an art.", x1=300)


def pair(
    before: Line, after: Line, *, region: Region = REGION, setting: Setting = SETTING, opened: tuple[Line, ...] = (), then: Line | None = None
) -> breaks.Pair:  # fmt: skip
    return breaks.Pair(before, after, region, setting, (*opened, before), then)


def below(text: str = "Waiting is an art", **looks: Any) -> Line:
    return line(text, **{"base": 388, **looks})


MIXED = Line(2, 0, (*line("waiting_for is called", x1=330, base=388, size=8.0).words, *line("and returns", x0=336, base=388).words))  # fmt: skip
P1, P2, H1, TD = (Tag(2, n, kind) for n, kind in enumerate(("P", "P", "H1", "TD")))
TAGGED = replace(SETTING, tagged=True, headed=True)
NAMED = Line(2, 0, (*line("Dahl,", x0=80, x1=104, base=388, bold=True).words, *line("The art of waiting", x0=107, x1=200, base=388).words))  # fmt: skip
INITIAL = Line(2, 0, (Word("W", LEFT, 95, 400, Style(10.0)), *line("aiting is an art.", x0=96, x1=200).words))
INITIAL = replace(
    INITIAL, words=(INITIAL.words[0], INITIAL.words[1]._replace(spaced=False), *INITIAL.words[2:])
)
BREAKS = {
    "in one element of the file's structure": pair(line(tag=P1), below(tag=P1), setting=TAGGED),
    "beside a large initial, or right under it": pair(INITIAL, line("and wait.", x0=96, base=388)),
    "a sentence goes on beside words of another size": pair(line(), MIXED),
    "a heading with a number goes on": pair(
        line("A. Of Waiting,", x0=200, x1=372), below("and of Trains", x0=236, x1=336)
    ),
    "a heading with a number ends": pair(
        line("1. Of Waiting", x0=90, x1=170), below("a. Trains", x0=90, x1=150)
    ),
    "a slanted heading with a number begins": pair(SHORT, below("2.1 Of Trains", x1=150, italic=True)),
    "in another size": pair(STOPPED, below(size=14.0)),
    "a bullet, or the number that comes next in a list": pair(line("1. Trains."), below("2. Slower trains")),
    "the label of a note": pair(SHORT, below("[2] Ibid.")),
    "a link goes over the end of the line": pair(
        line("http://a.org", target="http://a.org"), below("Art", target="http://a.org")
    ),
    "set narrower than the text, on both sides": pair(
        SHORT, below("and on", x0=90, x1=480), then=below(x0=90, x1=480, base=376)
    ),
    "at the edges of the text, after lines that are set narrower": pair(
        line(x0=90, x1=480, base=400), below("and on"), opened=(line(x0=90, x1=480, base=412),)
    ),
    "as wide as the text, after lines of a narrower column": pair(
        line(x0=90, x1=480),
        below(x0=94),
        opened=(line(x0=90, x1=480, base=424), line(x0=90, x1=480, base=412)),
    ),
    "begins small, and no stop before it": pair(line(x1=300), below("and on")),
    "in another element of the file's structure": pair(line(tag=P1), below(tag=P2), setting=TAGGED),
    "indented, and its first letters are bold": pair(line(x1=400), NAMED),
    "bold letters begin or end": pair(STOPPED, below(bold=True)),
    "a slanted heading, between paragraphs that no gaps part": pair(
        STOPPED, below("Of Trains", x1=150, italic=True), then=line("They waited", base=376)
    ),
    "a heading at the edge, over a line that is indented": pair(
        line("Of Waiting"), below(x0=90), then=line(base=376)
    ),
    "a heading goes on after a colon": pair(
        line("The Slow Art of Waiting on Platforms and at Quays:", bold=True, x0=102, x1=470),
        below("Three Ways", bold=True, x0=250, x1=322),
    ),
    "a bold heading under another": pair(
        line("Of Waiting", bold=True), below("Of Trains", base=382, bold=True), then=line(base=370)
    ),
    "a heading goes on": pair(line(bold=True), below("Of waiting", bold=True)),
    "after a gap": pair(STOPPED, below(base=370)),
    "after a comma or a hyphen": pair(line("waiting, in Vienna,"), below("Austria")),
    "at the edge, where lines hang": pair(STOPPED, below(), region=HANGING),
    "at the edge, with names and a year, where lines hang": pair(
        line("waiting, Vienna: Quay"), below("Dahl, Olga (2009) Trains"), region=HANGING
    ),
    "at the edge, after lines that hang": pair(line("patient people.", x0=90), below(), opened=(STOPPED,)),
    "hangs under the first line": pair(STOPPED, below(x0=90), region=HANGING),
    "indented": pair(STOPPED, below(x0=90)),
    "after a full first line that is indented": pair(line(x0=90), below()),
    "begins farther left": pair(line(x0=90), below(), opened=(line(x0=90),)),
    "indented, after a line that is indented and ends a sentence, or a part of one": pair(
        line("Art of waiting.", x0=90), below(x0=90), then=below(base=376)
    ),
    "after a stop, on a line with room for its first word": pair(SHORT, below()),
    "after a semicolon, on a line with room for its first word, with a capital": pair(
        line("waiting is an art;", x1=300), below()
    ),
    "after a line that is very short": pair(line("waiting", x1=140), below()),
}

# Ends of pages


def block(*lines: Line, kind: str = "paragraph", region: Region = REGION) -> breaks.Block:
    return breaks.Block(kind, lines or (STOPPED,), region)


def seam(before: Line, after: Line, *, kind: str = "paragraph", region: Region = REGION, setting: Setting = SETTING) -> joins.Seam:  # fmt: skip
    return joins.Seam(block(before, kind=kind, region=region), block(after, region=region), setting)


JOINS = {
    "set in another way": seam(STOPPED, line(bold=True)),
    "an item begins": seam(STOPPED, line("• trains")),
    "the next item of the list begins": seam(line("• waiting,"), line("• trains")),
    "begins small, and no stop before it": seam(line(x1=200), line()),
    "bold": seam(line(bold=True), line("Trains", bold=True)),
    "after a comma or a hyphen": seam(line("waiting, in Vienna,"), line("Austria")),
    "after a word that no sentence ends with": joins.Seam(
        block(line(), line("waiting is an art of the", x1=200)),
        block(line("Austria is a state"), line()),
        SETTING,
    ),
    "hangs under the line before the break": seam(STOPPED, line(x0=90), region=HANGING),
    "at the edge, where lines hang": seam(STOPPED, line(), region=HANGING),
    "no stop, a full line, and no indent": seam(line(), line("Austria is a state")),
    "no stop, a full line, in a quotation or an item": seam(line(), line("Austria", x0=90), kind="item"),
    "a full line and no indent, where paragraphs begin with one": seam(STOPPED, line("Austria is a state")),
    "begins small after a full line": seam(STOPPED, line(), setting=SPACED),
    joins.AT_THE_EDGE: joins.Seam(block(line(), line(), STOPPED), block(line("Austria is a state")), SPACED),
}

# Kinds

TEXT = block(line("They waited for"), line("trains."))


def case(  # noqa: PLR0913
    text: str = "Of trains", *more: Line, before: breaks.Block | None = None, after: breaks.Block | None = TEXT, setting: Setting = SETTING, known: dict[str, int] | None = None, looks: frozenset[tuple[float, bool, bool]] = frozenset(), peers: Peers = Peers(), front: frozenset[str] = frozenset(), **style: Any  # noqa: B008
) -> Case:  # fmt: skip
    first = line(text, **{"x1": 200, **style})
    return Case(
        block(first, *more),
        before,
        after,
        setting,
        known or {},
        looks=looks,
        of_headings=peers.are_headings,
        of_none=peers.are_none,
        front=front,
    )


def centred(text: str = "Of trains", **looks: Any) -> Case:
    return case(text, before=block(line(base=440)), x0=250, x1=322, **looks)


ABOVE = block(line("They waited for trains.", base=412))
HEADINGS = {
    "without a letter": case("* 12 *"),
    "longer than a heading": case("Of trains", *[line()] * 4),
    "tagged as a heading": case(after=None, tag=H1, setting=TAGGED),
    "tagged as a caption, a cell or a note": case(size=14.0, tag=TD, setting=TAGGED),
    "nothing follows it": case(after=None),
    "a bullet is drawn before it": case(dotted=True),
    "the caption of a table or picture": case("Table 1: Trains"),
    "the place that a manuscript leaves for a table or picture": case(
        "[Insert Table 1 about here]", bold=True
    ),
    "italic, under the number of a table or picture": case(
        "Trains", italic=True, before=block(line("Table 1", base=412), kind="caption")
    ),
    "a formula": centred("C = M mod n"),
    "the label of a theorem": case("Definition 1.2 (Trains)", bold=True),
    "beside the numbers of a chart": case(size=14.0, after=block(line("0.5"))),
    "right over the caption of a picture, neither bold nor numbered": case(
        "Year", before=ABOVE, after=block(line("Figure 1: Trains", base=388))
    ),
    "typed at a prompt": case('R> library("trains")', italic=True),
    "with an address of mail or a page, or the word before the names of authors": case("By", italic=True),
    "an institution or a date right under the names of authors, or one of the names again": case(
        "Jane Doe", size=14.0, front=frozenset(["janedoe"])
    ),
    "begins with a lowered sign, as what is called so at an axis does; numbers of lines stand before bold headings": Case(
        block(
            Line(
                2, 0, (Word("x", LEFT, 76, 396, Style(6.0)), *line("Trains", x0=80, x1=120, size=14.0).words)
            )
        ),
        None,
        TEXT,
        SETTING,
        {},
    ),
    "one word again and again": centred("Year Year Year"),
    "in letters of one width": centred("wait", mono=True),
    "the authors of an entry": case("Doe, J.M. & van Berg,", size=14.0),
    "keywords after their name": case("Key words: trains, harbours", bold=True),
    "a line of a colophon": case("Word count: 2000"),
    "set as no heading of the contents or the outline is": case(
        size=14.0, looks=frozenset([(12, True, False)])
    ),
    "set as many blocks are, none of which stands as a heading does": case(size=14.0, peers=Peers(4, 0)),
    "set larger than the text": case(size=14.0),
    "stands in the contents or the outline": case(known={"oftrains": 2}),
    "the name of a section": case("Conclusion"),
    "the number of a chapter, or its name below": case("Appendix B"),
    "without serifs, over a paragraph with them": case("Why trains?", sans=True, size=9.5),
    "little smaller than the text, bold, italic or numbered, in the middle or in capitals, apart from what follows": centred(
        size=9.0, bold=True
    ),
    "smaller than the text, bold or without serifs, after a sentence and over a paragraph of the text": case(
        size=8.0, bold=True, before=block(line("They waited for trains.", base=440))
    ),
    "smaller than the text": case(size=8.0),
    "begins small, alone between gaps or in letters of its own, after a sentence and over another": case(
        before=block(line("They waited for trains.", base=440)), text="of trains", bold=True
    ),
    "begins small, or with a bullet": case("of trains"),
    "bold, with a colon, or larger with a stop, after a sentence and over a paragraph of the text": case(
        "Of trains:", bold=True, before=block(line("They waited for trains.", base=440))
    ),
    "ends with a stop, and is no question": case("They waited.", bold=True),
    "bold": case(bold=True),
    "in capitals, apart or in the middle": case("OF TRAINS"),
    "ends with a question, in letters of the text": case("Why trains?", before=ABOVE),
    "italic, on lines of its own": case(italic=True, before=ABOVE),
    "numbered, apart from a paragraph that follows": case("1.2 Of trains"),
    "a short line with a gap above, where none parts paragraphs": case(
        before=block(line("They waited for trains.", base=440))
    ),
    "a short line between gaps, without a stop, after a sentence and over another": case(
        before=block(
            line("They waited for", base=464), line("trains, and more", base=452), line("trains.", base=440)
        ),
        after=block(line("They waited for"), line("trains and for"), line("buses.")),
        setting=SPACED,
    ),
    "at the edge, apart, over a paragraph whose first line is indented": case(
        "Of all the trains they waited for",
        x1=440,
        before=block(
            line("They waited for", base=464), line("trains, and more", base=452), line("trains.", base=440)
        ),
        after=block(line("They waited for", x0=90, base=388), *(line(base=388 - 12 * n) for n in (1, 2))),
    ),
    "short, in the middle, over a paragraph": centred(),
}

INDENTED = {"x0": 100.0, "x1": 470.0}
QUOTATIONS = {
    "at the edge": case(),
    "begins with the label of a note": case("[1] Ibid. and more", x0=100),
    "an address": case("http://a.org", x0=100, target="http://a.org"),
    "set narrower than the text, on both sides": case("They", line(**INDENTED), **INDENTED),
    "several lines, all indented alike": case("They", line(x0=100), x0=100, x1=RIGHT),
    "a line set narrower than the text, where gaps part paragraphs": case(x0=100, setting=SPACED),
    "smaller than the text, between paragraphs": case(
        "They waited for trains. " * 6, x0=120, x1=RIGHT, size=9.0
    ),
}

TABLES: dict[str, tuple[tuple[Criterion[Any, Any], ...], dict[str, Any]]] = {
    "furniture": (furniture.BY_PLACE, BY_PLACE),
    "labels of notes": (zones.LABELS, LABELS),
    "zones of notes": (zones.ZONES, ZONES),
    "beginnings of blocks": (breaks.BREAKS, BREAKS),
    "ends of pages": (joins.JOINS, JOINS),
    "headings": (headings.HEADINGS, HEADINGS),
    "quotations": (kinds.QUOTATIONS, QUOTATIONS),
}

UNDECIDED: list[tuple[str, Any]] = [
    ("furniture", row("Essays", head=False)),
    ("labels of notes", label("133", "bare")),
    ("zones of notes", foot()),
    ("beginnings of blocks", pair(line(), below())),
    ("ends of pages", seam(SHORT, line("Austria is a state"))),
    ("headings", case("They waited for trains", before=ABOVE)),
    ("quotations", case(x0=100)),
]
"""Table → a case that no criterion of it decides."""
