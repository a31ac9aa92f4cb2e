"""A journal: people, subjects and issues, each beside the same words, links and lists typed in stock reStructuredText."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .measuring import Table, build, ratios, scaled
from .projects import WORDS, touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .measuring import Cost

ARTICLES, AUTHORS, KEYWORDS, OF_AN_ISSUE, PARAGRAPHS = 200, 20, 20, 10, 20
ABSTRACT = WORDS.strip()[:236]
"""The first sentences of an article, as lists have them."""
AIM = "1.15"
OURS = "extensions = ['sphinxext_eir']\n"
GIVEN = [
    "Ada",
    "Bela",
    "Cora",
    "Dana",
    "Edda",
    "Fina",
    "Gala",
    "Hera",
    "Irma",
    "Jana",
    "Kira",
    "Lena",
    "Mara",
    "Nora",
    "Olga",
    "Pina",
    "Rita",
    "Sara",
    "Tina",
    "Vera",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
BIOGRAPHY = "teaches the history of harbours. *Tide Tables* is her first book."


@dataclass(frozen=True)
class Side:
    """A way to make the journal: its settings, what stands under the title of an article, and its other pages by name."""

    settings: str
    head: Callable[[int], str]
    pages: Callable[[int], dict[str, str]]
    """The number of articles → the pages that the author types, and a file of people."""
    foot: Callable[[int, int], str] = lambda _article, _of: ""
    """What stands at the end of an article."""


def author(article: int) -> int:
    """Return the number of an article's author."""
    return article % AUTHORS


def name(person: int) -> str:
    """Return a person's name."""
    return f"{GIVEN[person]} Lindqvist"


def title(article: int) -> str:
    """Return an article's title."""
    return f"page{article}"


def date(article: int) -> str:
    """Return an article's date as it is typed."""
    return f"{2000 + article // 12 % 20}-{article % 12 + 1:02}-01"


def printed_date(article: int) -> str:
    """Return an article's date as it is printed."""
    return f"{MONTHS[article % 12]} 1 {2000 + article // 12 % 20}"


def keyword(article: int) -> int:
    """Return the number of an article's keyword."""
    return article * 7 % KEYWORDS


def of_issue(issue: int, articles: int) -> range:
    """Return the articles of an issue."""
    return range(issue * OF_AN_ISSUE, min((issue + 1) * OF_AN_ISSUE, articles))


def printed_pages(article: int) -> str:
    """Return the pages of an article in its issue."""
    first = article % OF_AN_ISSUE * 10 + 1
    return f"{first}–{first + 8}"


def issues(articles: int) -> range:
    """Return the issues."""
    return range(-(-articles // OF_AN_ISSUE))


def heading(text: str) -> str:
    """Return a title of reStructuredText."""
    return f"{text}\n{'=' * len(text)}\n\n"


def listed(articles: list[int]) -> str:
    """Return a list of articles as an author types it, the newest first: title as a link, author and date, first sentences."""
    ordered = sorted(articles, key=date, reverse=True)
    return "".join(
        f"- :doc:`/{title(one)}`\n\n  {name(author(one))}, {printed_date(one)}\n\n  {ABSTRACT}\n\n"
        for one in ordered
    )


def typed_head(article: int) -> str:
    """Return author and date as an author types them."""
    return f"{name(author(article))}, {printed_date(article)}\n"


def contents(names: list[str]) -> str:
    """Return the contents of the pages with these *names*."""
    lines = "\n".join(f"   {one}" for one in names)
    return f".. toctree::\n\n{lines}\n\n"


# People


def people(_articles: int) -> dict[str, str]:
    """Return the file of people."""
    known = (
        f"[p{one}]\nname = '{name(one)}'\nbiography = '{name(one)} {BIOGRAPHY}'\n" for one in range(AUTHORS)
    )
    return {"people.toml": "\n".join(known)}


def people_by_hand(articles: int) -> dict[str, str]:
    """Return a page for each person."""
    return {
        f"people/p{person}.rst": ":orphan:\n\n"
        + heading(name(person))
        + f"{name(person)} {BIOGRAPHY}\n\n.. rubric:: Articles\n\n"
        + listed([one for one in range(articles) if author(one) == person])
        for person in range(AUTHORS)
    }


# Subjects


def subjects_by_hand(articles: int) -> dict[str, str]:
    """Return a page for each keyword."""
    return {
        f"subjects/subject-{number}.rst": ":orphan:\n\n"
        + heading(f"subject {number}")
        + listed([one for one in range(articles) if keyword(one) == number])
        for number in range(KEYWORDS)
    }


# Issues


def issue_pages(articles: int) -> dict[str, str]:
    """Return a page for each issue, which finds its articles itself."""
    return {
        f"issue{one}.rst": f":orphan:\n\n{heading(f'Issue {one + 1}')}.. eir:issue::\n   :volume: 1\n   :issue: {one + 1}\n"
        for one in issues(articles)
    }


def issues_by_hand(articles: int) -> dict[str, str]:
    """Return a page for each issue with the list of its articles."""
    return {
        f"issue{issue}.rst": f":orphan:\n\n{heading(f'Issue {issue + 1}')}Volume 1, issue {issue + 1}\n\n"
        + "".join(
            f"- :doc:`/{title(one)}`\n\n  {name(author(one))}, pages {printed_pages(one)}\n\n"
            for one in of_issue(issue, articles)
        )
        for issue in issues(articles)
    }


def neighbours_by_hand(article: int, articles: int) -> str:
    """Return the links from an article to its neighbours and its issue."""
    issue = article // OF_AN_ISSUE
    near = [one for one in (article - 1, article + 1) if one in of_issue(issue, articles)]
    links = (f"{'Previous' if one < article else 'Next'}: :doc:`/{title(one)}`\n\n" for one in near)
    return f":doc:`Volume 1, issue {issue + 1} </issue{issue}>`\n\n{''.join(links)}"


def article_head(*fields: Callable[[int], str]) -> Callable[[int], str]:
    """Return what makes the front matter of an article: author, date, and more *fields*."""

    def head(article: int) -> str:
        lines = [
            f":author: {name(author(article))}",
            f":date: {date(article)}",
            *(field(article) for field in fields),
        ]
        return ".. eir:article::\n" + "".join(f"   {line}\n" for line in lines)

    return head


SIDES = {
    "our articles": Side(OURS, article_head(), lambda _: {}),
    "articles by hand": Side("", typed_head, lambda _: {}),
    "our people": Side(f"{OURS}eir_people = 'people.toml'\n", article_head(), people),
    "people by hand": Side(
        "",
        lambda one: f":doc:`{name(author(one))} </people/p{author(one)}>`, {printed_date(one)}\n",
        people_by_hand,
    ),
    "our subjects": Side(
        f"{OURS}eir_subjects = ['keywords']\n",
        article_head(lambda one: f":keywords: subject {keyword(one)}"),
        lambda _: {},
    ),
    "subjects by hand": Side("", typed_head, subjects_by_hand),
    "our issues": Side(
        OURS,
        article_head(
            lambda one: f":volume: 1\n   :issue: {one // OF_AN_ISSUE + 1}",
            lambda one: f":pages: {printed_pages(one)}",
        ),
        issue_pages,
    ),
    "issues by hand": Side("", typed_head, issues_by_hand, neighbours_by_hand),
}
"""What is compared, ours and the same by hand in turn."""


def write(root: Path, side: Side, articles: int) -> Path:
    """Write the journal of so many *articles*; return its folder."""
    root.mkdir()
    pages = side.pages(articles)
    names = [title(one) for one in range(articles)]
    files = {
        "conf.py": side.settings,
        "index.rst": heading("Index") + contents(names),
        **{
            f"{title(one)}.rst": f"{heading(title(one))}{side.head(one)}\n"
            + f"{WORDS}\n\n" * PARAGRAPHS
            + side.foot(one, articles)
            for one in range(articles)
        },
        **pages,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield a table of full builds, builds with nothing changed, and builds with one page touched: ours beside the same by hand."""
    articles = scaled(ARTICLES, scale)
    roots = {
        side: write(folder / f"side{number}", SIDES[side], articles) for number, side in enumerate(SIDES)
    }
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    for _ in range(runs):
        for side, root in roots.items():
            costs[side, "full"].append(build(root, fresh=True))
            costs[side, "nothing"].append(build(root))
            touch(root)
            costs[side, "one page"].append(build(root))
    sides = list(SIDES)
    yield Table(
        "journal",
        f"{articles} articles: ratios of the processor's time, and the aim for a full build",
        ["", "beside", "full", "nothing changed", "one page touched", "aim"],
        [
            [ours, other, *ratios(costs, ours, other), AIM]
            for ours, other in zip(sides[::2], sides[1::2], strict=True)
        ],
    )
