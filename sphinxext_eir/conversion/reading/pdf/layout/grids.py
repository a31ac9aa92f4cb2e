"""Grids: the rules of tables that part their columns as well as their rows."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..page.drawings import Post, Rule

SAME_RULE = 4.0
"""Points by which the ends of the rules of one table may differ, and by which the pieces of one rule may stand apart."""
_SAME_HEIGHT = 1.5
"""Points: the pieces of one rule stand at one height."""
_FEWEST_HEIGHTS, _FEWEST_COLUMNS = 3, 2
_WIDE = 0.7
"""Of the width of a grid: so wide a stretch of words is text, if no line stands between columns there."""
_STANDING = 0.5
"""Of the height of a grid: so much of it has a line between two columns, at least, if the rules of its rows aren't cut there."""


Stretch = tuple[float, float, float]
"""Words next to one another: from where to where they stand, and on which height."""


class Grid(NamedTuple):
    """The lines of a table, drawn around its cells."""

    edges: tuple[float, ...]
    """Those of its columns, from the left."""
    heights: tuple[float, ...]
    """Those of its rows, from the top."""

    def holds(self, x0: float, x1: float, base: float) -> bool:
        """Say if what stands from *x0* to *x1* on the height *base* is in it."""
        within = self.edges[0] - SAME_RULE < x0 and x1 < self.edges[-1] + SAME_RULE
        return within and self.heights[-1] - _SAME_HEIGHT <= base < self.heights[0]

    def column(self, x: float) -> int:
        """Return the column that *x* stands in."""
        return min(max(bisect(self.edges, x) - 1, 0), len(self.edges) - 2)

    def row(self, base: float) -> int:
        """Return the row that the height *base* stands in."""
        return bisect([-height for height in self.heights], -base - _SAME_HEIGHT) - 1


def grids_of(rules: Sequence[Rule], posts: Sequence[Post], stretches: Sequence[Stretch]) -> list[Grid]:
    """Return the grids that *rules* and *posts* of a page are, given the *stretches* of words on it."""
    return [
        grid
        for stack in stacks_of(rules)
        if len(stack) >= _FEWEST_HEIGHTS or posts
        for part in _parted(stack, posts, stretches)
        if (grid := _grid_of(part, rules, posts))
    ]


def _parted(
    stack: Sequence[Rule], posts: Sequence[Post], stretches: Sequence[Stretch]
) -> Iterator[Sequence[Rule]]:
    """Yield the rules of a *stack*, table by table: text stands between two, and no *posts* do."""
    first = 0
    for n, (upper, lower) in enumerate(pairwise(stack), 1):
        inner = _within(posts, upper, lower)
        width = upper.x1 - upper.x0
        wide = any(lower.y < base < upper.y and x1 - x0 > _WIDE * width for x0, x1, base in stretches)
        if wide and not inner:
            yield stack[first:n]
            first = n
    yield stack[first:]


def _within(posts: Iterable[Post], top: Rule, bottom: Rule) -> list[Post]:
    """Return those of *posts* that stand between two rules, and between their ends."""
    return [
        post
        for post in posts
        if top.x0 + SAME_RULE < post.x < top.x1 - SAME_RULE
        and min(post.y1, top.y) - max(post.y0, bottom.y) > SAME_RULE
    ]


def _grid_of(stack: Sequence[Rule], rules: Sequence[Rule], posts: Sequence[Post]) -> Grid | None:
    """Return the grid of the rules of a *stack*, if it is one."""
    inside = _within(posts, stack[0], stack[-1])
    if not any(abs(y - rule.y) < SAME_RULE for post in inside for y in (post.y0, post.y1) for rule in rules):
        inside = []  # it stands alone between two columns of text
    edges = _edges_of(stack, rules, inside)
    ends = [y for post in inside for y in (post.y0, post.y1) if stack[-1].y <= y <= stack[0].y]
    heights = _apart((*(rule.y for rule in stack), *ends))[::-1]
    enough = len(heights) >= _FEWEST_HEIGHTS and len(edges) > _FEWEST_COLUMNS
    return Grid(edges, heights) if enough else None


def _edges_of(stack: Sequence[Rule], rules: Sequence[Rule], posts: Sequence[Post]) -> tuple[float, ...]:
    """Return the edges of the columns in a *stack* of rules: where pieces of them meet at most heights, or *posts* stand."""
    left, right = stack[0].x0, stack[0].x1
    height = stack[0].y - stack[-1].y
    heights = [rule.y for rule in stack]
    meet = [
        rule.x1
        for rule in rules
        if left + SAME_RULE < rule.x1 < right - SAME_RULE
        and any(abs(rule.y - y) < _SAME_HEIGHT for y in heights)
    ]

    def parts_columns(x: float) -> bool:
        standing = sum(post.y1 - post.y0 for post in posts if abs(post.x - x) < SAME_RULE)
        meeting = sum(abs(end - x) < SAME_RULE for end in meet)
        return standing > _STANDING * height or meeting > len(heights) / 2

    places = _apart((*(post.x for post in posts), *meet))
    return (left, *filter(parts_columns, places), right)


def _apart(places: Iterable[float]) -> tuple[float, ...]:
    """Return *places* in order, of those next to one another the first."""
    done: list[float] = []
    for place in sorted(places):
        if not done or place - done[-1] > SAME_RULE:
            done.append(place)
    return tuple(done)


def stacks_of(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return *rules* that begin and end at the same places, from the top, in one stack each."""
    stacks: list[list[Rule]] = []
    for rule in whole_rules(rules):
        stack = next((s for s in stacks if _is_under(s[0], rule)), None)
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    return stacks


def whole_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Return *rules* from the top, those made whole that are drawn cell by cell."""
    done: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (-round(rule.y), rule.x0)):
        last = done[-1] if done else None
        if last and abs(last.y - rule.y) < _SAME_HEIGHT and rule.x0 - last.x1 < SAME_RULE:
            done[-1] = last._replace(x1=max(last.x1, rule.x1))
        else:
            done.append(rule)
    return done


def _is_under(one: Rule, two: Rule) -> bool:
    """Say if two rules begin and end at the same places."""
    return abs(one.x0 - two.x0) < SAME_RULE and abs(one.x1 - two.x1) < SAME_RULE
