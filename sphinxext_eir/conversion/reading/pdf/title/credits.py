"""Bylines in the title block: which of its lines name the authors, told by their words and by how they are set."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from .....text.names import SMALL_PARTICLES
from .....text.patterns import any_of
from .....text.vocabularies import folded_words, words
from .... import rules
from ....names import credited_in, is_announced, is_known, only_names, turned
from ....wording import letters_of, whole
from ..blocks.tables import cells_of
from ..layout.lines import text_of
from ..layout.setting import alike

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..blocks.breaks import Block
    from ..layout.lines import Line
    from ..page.words import Word

_AND = folded_words("conjunctions")
_ENDS_JOINED = re.compile(rf"(?:[,;]|(?<!\w){any_of(_AND)})[\s*\d,]*$")
"""A comma, or an *and*, that another name follows."""
_PARTICLES = [[word] for word in SMALL_PARTICLES]
_PARTED = re.compile(rf"[,;&]|(?<!\w){any_of(_AND)}(?!\w)")
"""What stands between names."""
_GROUP = 1.15
"""Of the distance to the line below: so much farther stands the line above the first of a group, a name over its institution."""


_LONGEST_MARKED = 4
"""Words of a name with a mark: titles have marks as well."""
_PAIR = 2
_NEARLY = 0.15
"""Of the size."""


class Credit(NamedTuple):
    """A line of a title block that names people."""

    place: int
    """Its number among the blocks."""
    block: Block
    names: tuple[str, ...]
    sure: bool
    """True if more than their capitals says that these are people."""


def said_by_block(block: Block) -> str:
    """Return the words of *block*: an asterisk for raised ones, which are marks of notes and institutions, and semicolons at gaps."""
    cells = [cell for line in block.lines for cell in _cells(line)]
    return " ".join(cells)


def _cells(line: Line) -> list[str]:
    """Return the cells of *line*; all but the last end with a semicolon where names stand beside one another."""
    cells = ["".join(_said(line, cell)).strip() for cell in cells_of(line)]
    apart = len(cells) > 1 and all(len(cell.split()) > 1 for cell in cells)
    return [f"{cell};" if apart and n < len(cells) - 1 else cell for n, cell in enumerate(cells)]


def _said(line: Line, words: Sequence[Word]) -> list[str]:
    """Return the text of *words*, with an asterisk for each that is raised."""
    found: list[str] = []
    for n, word in enumerate(words):
        raised = line.is_raised(word) and not re.fullmatch(r"[,;]+", word.text)
        last = n == len(words) - 1 and word is line.words[-1] and word.text.endswith((",", ";"))
        text = f"*{word.text[-1] if last else ''}" if raised else word.text
        found.append(f" {text}" if word.spaced and n and not raised else text)
    return found


def with_whole_bylines(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with lines of one byline made one: a list of authors that goes on after the end of a line."""
    done: list[Block] = []
    for block in blocks:
        if done and done[-1].kind == block.kind == "front" and _goes_on(done[-1], block):
            done[-1] = replace(done[-1], lines=(*done[-1].lines, *block.lines))
        else:
            done.append(block)
    return done


def _goes_on(before: Block, block: Block) -> bool:
    """Say if a list of authors that ends one line goes on in the next."""
    if not _is_right_under(before, block):
        return False
    one, two = said_by_block(before), said_by_block(block)
    first = re.split(r"[\s,]+", two.strip())[0].casefold()
    if two.lstrip().startswith("*") or not _names_before_end(one):
        return False  # an institution after its mark
    if all(map(_has_institution, (one, two))):
        return False  # each author before an address
    both = f"{one} {two}"
    if first in _AND or _ENDS_JOINED.search(one):
        return bool(_names_before_end(two) or _names_before_end(both))
    if two[:1].islower() and first not in _AND and [first] not in _PARTICLES and _names_with_role(one):
        return len(credited_in(both)) == len(credited_in(one))
    last = _PARTED.split(only_names(one))[-1].split()
    begins = _PARTED.split(only_names(two).partition("*")[0])[0].split()
    parts_name = len(last) == 1 or len(begins) == 1 or begins[:1] in _PARTICLES
    unmarked = "*" in one and bool(re.match(r"[^,;*]+\*", two))  # all other names of the two lines have marks
    parted = (parts_name or unmarked) and not re.search(r"[*\d]\s*$", one)
    return parted and bool(_PARTED.search(only_names(one))) and bool(_names_before_end(both))


def _is_right_under(before: Block, block: Block) -> bool:
    """Say if *block* stands under the line *before* it, in letters as large."""
    return (
        before.last.page == block.first.page
        and alike(before.last.size, block.first.size)
        and 0 < before.last.base - block.first.base < 3 * block.first.size
    )


def _has_institution(text: str) -> bool:
    """Say if *text* names people, and an institution after them."""
    return bool(credited_in(text) and whole(rules.AFFILIATIONS, text))


def _names_with_role(text: str) -> bool:
    """Say if *text* is a name and who that is, which may go on in the next line: *J. Doe, professor of*."""
    names = credited_in(text)
    return len(names) == 1 and names[0].endswith(")") and "@" not in text


def _names_before_end(text: str) -> tuple[str, ...]:
    """Return the people that a line names, the last of whom may go on in the next line."""
    return credited_in(text) or credited_in(only_names(text).rpartition(",")[0])


def bylines_in(blocks: Sequence[Block], author: str = "") -> frozenset[Line]:
    """Return the first lines of those *blocks* of a title block that name the authors, given what the file and its cover say of its *author*.

    Lines that are surely names tell how names are set; others that are set so are names, too. Those before the title count where none
    stands after it, and nothing counts under the name of a supervisor.
    """
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), None)
    if title is None:
        return frozenset()
    credits_ = [credit for credit in _credits(blocks, author) if credit.place != title]
    end = blocks[title].last
    before = [one for one in credits_ if one.block.first.page == end.page and one.block.first.base > end.base]
    after = [one for one in credits_ if one not in before]
    announced = [
        one._replace(sure=True)
        for one in credits_
        if (one.place and _is_label(blocks[one.place - 1])) or is_announced(one.block.text)
    ]
    if announced:
        later = [
            one for one in credits_ if one.place > announced[0].place and one.block is not announced[0].block
        ]
        after, before = [announced[0], *later], []
    over = [] if after else _alike_over(blocks, before, title)
    for side in (after, before, after[:1] if _is_near(blocks, after[:1], end) else [], over):
        sure = next((one for one in side if one.sure or (side is not after and side is not before)), None)
        if sure is None:
            continue
        return frozenset(
            one.block.first
            for one in side
            if one is sure
            or one.names == sure.names
            or (
                one.sure
                and side[side.index(one) - 1] is sure
                and _ENDS_JOINED.search(said_by_block(sure.block))
            )
            or (
                _is_set_like(one.block, sure.block)
                and (one.sure or (alike(one.block.size, sure.block.size) and _heads_group(blocks, one)))
            )
        )
    return frozenset()


def _is_label(block: Block) -> bool:
    """Say if *block* announces authors on a line of its own: *by*, *Authors:*."""
    return block.kind in ("front", "subtitle") and bool(whole(rules.AUTHOR_LABEL, block.text))


def authors_in_columns(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the people under a label for authors that stands beside another, such as a supervisor's, in a title block."""
    title = next((n for n, block in enumerate(blocks) if block.kind == "title"), len(blocks))
    of_block = takewhile(lambda block: block.kind in ("front", "subtitle", "title", "table"), blocks[title:])
    lines = [line for block in of_block for line in block.lines]
    for n, line in enumerate(lines):
        heads = cells_of(line)
        label = next((k for k, cell in enumerate(heads) if whole(rules.AUTHOR_LABEL, text_of(cell))), None)
        if label is not None and len(heads) >= _PAIR:
            return _under_label(lines[n + 1 : n + 1 + _LONGEST_LIST], heads, label)
    return ()


_LONGEST_LIST = 5
"""Lines under a label."""


def _under_label(lines: Sequence[Line], heads: Sequence[Sequence[Word]], label: int) -> tuple[str, ...]:
    """Return the people on *lines* in the column that the *label* among *heads* stands over."""
    under: list[str] = []
    for line in lines:
        text = " ".join(text_of(cell) for cell in cells_of(line) if _nearest(cell, heads) == label)
        if whole(rules.AUTHOR_LABEL, text) or rules.OTHER_PEOPLE.search(text):
            break
        under += [text] if text else []
    each = [credited_in(text) for text in under]
    return tuple(name for names in each for name in names) if all(each) else credited_in(" ".join(under))


def _nearest(cell: Sequence[Word], heads: Sequence[Sequence[Word]]) -> int:
    """Return which of *heads* a *cell* stands under: the one whose left or right end is the nearest to its own."""
    return min(
        range(len(heads)),
        key=lambda n: min(abs(heads[n][0].x0 - cell[0].x0), abs(heads[n][-1].x1 - cell[-1].x1)),
    )


def authors_of_file(blocks: Sequence[Block], author: str, title: str) -> tuple[str, ...]:
    """Return the people whom the file itself names as its *author*, if the *title* that it has as well is the article's."""
    found = next((block for block in blocks if block.kind == "title"), None)
    names = credited_in(author)
    ours = found and letters_of(title) and letters_of(title) == letters_of(found.text)
    return names if ours and names and sum(map(is_known, names)) * 2 >= len(names) else ()


def _alike_over(blocks: Sequence[Block], credits_: Sequence[Credit], title: int) -> list[Credit]:
    """Return the *credits_* that stand right over the title, several set alike: one alone may be the name of a series."""
    of = {id(one.block): one for one in credits_}
    start = blocks[title].first
    over = [block for block in blocks if block.first.page == start.page and block.first.base > start.base]
    found: list[Credit] = []
    for block in sorted(over, key=lambda block: block.first.base):
        if id(block) not in of:
            break
        found.insert(0, of[id(block)])
    alike_ = all(_is_set_like(one.block, found[0].block) for one in found)
    unlike = found and not _is_set_like(blocks[title], found[0].block)
    return found if len(found) >= _PAIR and alike_ and unlike else []


_NEAR = 3
"""Lines under a title: one that names people by nothing but its capitals is among them."""


def _is_near(blocks: Sequence[Block], credits_: Sequence[Credit], end: Line) -> bool:
    """Say if the first of *credits_* is among the lines right under the *end* of the title."""
    under = [block.first for block in blocks if block.first.page == end.page and block.first.base < end.base]
    return any(one.block.first in under[:_NEAR] for one in credits_)


def _credits(blocks: Sequence[Block], author: str) -> list[Credit]:
    """Return the lines of a title block that may name authors: after a supervisor's, only those with a label of their own."""
    found: list[Credit] = []
    title = next((block for block in blocks if block.kind == "title"), None)
    others = False
    for n, block in enumerate(blocks):
        if block.kind != "front":
            continue
        said = said_by_block(block)
        over = title and (block.first.page, -block.first.base) < (title.first.page, -title.first.base)
        others = others or (not over and bool(rules.OTHER_PEOPLE.search(said)))
        if others and not _is_labelled(said) and not (n and _is_label(blocks[n - 1])):
            continue
        if n and _signs(blocks[n - 1], block):
            continue
        names = credited_in(said) or _turned_in(blocks, n)
        if not names or said.rstrip().endswith(":") or re.match(r"[*†‡\d]", said):
            continue
        known = names_surely(block) or not credited_in(said) or _says_all(author, names)
        found.append(Credit(n, block, names, known))
    return found


_LABELLED = re.compile(rf"{any_of(words('author_labels'))}\s?:", re.IGNORECASE)


def _is_labelled(said: str) -> bool:
    """Say if a line *said* begins with a label for authors, and speaks of nobody else."""
    return bool(_LABELLED.match(said)) and not rules.OTHER_PEOPLE.search(said)


def _signs(before: Block, block: Block) -> bool:
    """Say if *block* is under an epigraph, whose words are *before* it: both stand in the right half, in letters of one size."""
    middle = (before.region.left + before.region.right) / 2
    return (
        before.kind == "front"
        and len(before.text.split()) >= _SHORTEST_EPIGRAPH
        and bool(re.search(r"[.!?…»”’\])]\W*$", before.text))
        and alike(before.size, block.size)
        and min(before.first.x0, block.first.x0) > middle - _NEARLY * (middle - before.region.left)
    )


_SHORTEST_EPIGRAPH = 8
"""Words."""


def said_by_heads(blocks: Sequence[Block], heads: Collection[str]) -> str:
    """Return the running *heads* that name people, where another one says the title: authors are on the left pages then."""
    title = next((letters_of(block.text) for block in blocks if block.kind == "title"), "")
    bare = [re.sub(r"\d+", "", head).strip() for head in heads]
    told = any(
        len(letters_of(head)) >= _SHORTEST_HEAD and title.startswith(letters_of(head)) for head in bare
    )
    return (
        " ".join(head for head in bare if credited_in(head) and not title.startswith(letters_of(head)))
        if told
        else ""
    )


_SHORTEST_HEAD = 8
"""Letters of a running head that says a title."""


def _turned_in(blocks: Sequence[Block], n: int) -> tuple[str, ...]:
    """Return the name in the block *n* whose family name stands first, over an address for mail or with a given name that is known."""
    name = turned(said_by_block(blocks[n]))
    under = blocks[n + 1].text if n + 1 < len(blocks) else ""
    return (name,) if name and ("@" in under or is_known(name)) else ()


def _says_all(text: str, names: Sequence[str]) -> bool:
    """Say if a *text* that is said of an article elsewhere has the words of all *names*."""
    said = _words(text)
    parts = [_words(name.partition("(")[0]) for name in names]
    return all(len(words) > 1 and said.issuperset(words) for words in parts)


def names_surely(block: Block) -> bool:
    """Say if *block* names people, and more than their capitals says so: known given names, initials, marks, an address, or a list."""
    said = said_by_block(block)
    names = credited_in(said)
    known = any(map(is_known, names))
    marked = bool(re.search(r"[*†‡]", said)) and len(only_names(said).split()) <= _LONGEST_MARKED * len(names)
    return bool(names) and (known or marked or "@" in said or len(names) > _PAIR)


def _words(text: str) -> frozenset[str]:
    """Return the words of *text* that are longer than an initial, in small letters."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 1)


def _is_set_like(block: Block, other: Block) -> bool:
    """Say if two blocks stand on one page in letters of nearly one size, and of one weight and slant."""
    return (
        block.first.page == other.first.page
        and abs(block.size - other.size) < _NEARLY * block.size
        and (block.bold, block.italic) == (other.bold, other.italic)
    )


def _heads_group(blocks: Sequence[Block], credit: Credit) -> bool:
    """Say if a line stands right under another name or beside one, or farther from the line above than from the one below."""
    n = credit.place
    if n + 1 >= len(blocks) or not n:
        return True
    above, block, below = blocks[n - 1], blocks[n], blocks[n + 1]
    beside = alike(block.first.base, below.first.base) and credited_in(said_by_block(below))
    if beside or credited_in(said_by_block(above)):
        return True
    over, under = above.last.base - block.first.base, block.last.base - below.first.base
    return over > _GROUP * under > 0
