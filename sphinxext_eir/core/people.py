"""The project's people (``eir_people``): read once for a build, and asked by whoever prints a name, a biography or a link to a page.

The file isn't a dependency of articles. When a build begins, names are looked up again, and an article is read again if that makes
another byline.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..text.aliases import stands_for_more
from ..text.article import Article, Credited
from ..text.files import is_file, place_within
from ..text.patterns import compile_later
from .domain import eir_domain
from .packing import pack, unpack
from .page_urls import BUILDERS
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..text.article import Author, Person
    from ..text.directory import Directory

_MOST_PARTS = 100_000
"""Names, fields and values in a file of people, those of aliases each time that they stand for something."""
_KEY = compile_later(
    r"""^[ \t]*(?:\{[ \t]*)?\[?         # JSON's brace, TOML's bracket
        (?:"([^"\n]*)"|'([^'\n]*)'|([^:=\]\n]*?))
        [ \t]*[:=\]]
    """,
    re.MULTILINE | re.VERBOSE,
)
"""A key at the beginning of a line: ``doe:``, ``"doe":``, ``[doe]``."""
FOLDER = "people"
"""The folder of the pages of people."""


def directory_of(env: BuildEnvironment) -> Directory:
    """Return the project's people."""
    return eir_domain(env).people or _nobody()


@cache
def _nobody() -> Directory:
    from ..text.directory import Directory  # costs time, and most projects have no file of people

    return Directory()


def people_of(env: BuildEnvironment, docname: str) -> list[Person]:
    """Return the people who wrote the article *docname*, as far as they are known."""
    article = eir_domain(env).find(docname, Article)
    people = directory_of(env).people
    return [people[author.key] for author in article.authors if author.key in people] if article else []


# When a build begins


def read(app: Sphinx) -> None:
    """Read the people, if the project has a file of them; those of the last build, if it is the same file, needn't be read again."""
    domain = eir_domain(app.env)
    before, domain.kept_people = domain.kept_people, None
    if not app.config.eir_people:
        return
    path = Path(app.srcdir) / app.config.eir_people
    try:
        text = path.read_text(encoding="utf-8-sig")
        now = digest(f"{path.suffix} {text}")
        if before and before[0] == now and not _without_portrait(app, (kept := unpack(before[1])).people):
            domain.people, domain.kept_people, domain.people_are_new = kept, before, False
            return
        raw, doubled = parsed(text, path.suffix.lower())
    except (OSError, ValueError) as error:
        warn(Subtype.PEOPLE, f"eir_people: {error}; nobody is known", location=f"{path}:1")
        return
    from ..text.directory import Directory  # idem
    from ..text.people import read_people  # idem

    people, problems = read_people(raw)
    problems += [
        (key.partition(": ")[0], f"{key} is there twice, and the last one counts") for key in doubled
    ]
    for key in _without_portrait(app, people):
        message = f"{key}: portrait: there is no file {people[key].portrait!r} in the project"
        problems.append((key, message))
        people[key] = people[key]._replace(portrait="")
    domain.people = directory = Directory(people)
    for several in directory.shared_names():
        keys = ", ".join(person.key for person in several)
        problems.append(
            (
                several[-1].key,
                f"several people have the same name, and articles must name them by key: {keys}",
            )
        )
    lines = _lines_of(text) if problems else {}
    for key, message in problems:
        warn(Subtype.PEOPLE, message, location=f"{path}:{lines.get(key, 1)}")
    if not problems:
        domain.kept_people = now, pack(directory)


def parsed(text: str, suffix: str) -> tuple[Any, list[str]]:
    """Return what *text* says in the language of *suffix*, and the keys that stand there twice: *doe*, and in YAML *doe: name*.

    Raises ``ValueError`` with what is wrong with it.
    """
    doubled: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        doubled.extend(_twice(name for name, _value in pairs))
        return dict(pairs)

    try:
        if suffix == ".json":
            return json.loads(text, object_pairs_hook=mapping), doubled
        if suffix == ".toml":
            return tomllib.loads(text), doubled
        return _yaml(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _yaml(text: str) -> tuple[Any, list[str]]:
    try:
        import yaml
    except ImportError:
        message = (
            "YAML needs PyYAML: pip install 'sphinxext-eir[people]', or write the people in .toml or .json"
        )
        raise ValueError(message) from None
    try:
        tree = yaml.compose(text, yaml.SafeLoader)
        raw = yaml.safe_load(text)
        if stands_for_more(raw, _MOST_PARTS):
            raise ValueError("its aliases stand for too much")
        people = tree.value if isinstance(tree, yaml.MappingNode) else []
        fields = [(key.value, person.value) for key, person in people if isinstance(person, yaml.MappingNode)]
        return raw, [
            *_twice(key.value for key, _person in people),
            *(
                f"{key}: {name}"
                for key, pairs in fields
                for name in _twice(name.value for name, _value in pairs)
            ),
        ]
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from None


def _twice(names: Iterable[object]) -> list[str]:
    """Return those of *names* that are there more than once; a key may be a list in YAML."""
    return [
        name
        for name, number in Counter(name for name in names if isinstance(name, str)).items()
        if number > 1
    ]


def _lines_of(text: str) -> dict[str, int]:
    """Return the line of *text* on which each key stands first, in YAML, TOML or JSON."""
    lines: dict[str, int] = {}
    line, counted = 1, 0
    for match in _KEY.finditer(text):
        line += text.count("\n", counted, match.end())
        counted = match.end()
        lines.setdefault(next(filter(None, match.groups()), ""), line)
    return lines


def _without_portrait(app: Sphinx, people: Mapping[str, Person]) -> list[str]:
    """Return the keys of those whose portrait isn't a file in the project."""
    places = {
        key: place_within(app.srcdir, person.portrait) for key, person in people.items() if person.portrait
    }
    return [key for key, place in places.items() if place is None or not is_file(place)]


def outdated(app: Sphinx, env: BuildEnvironment, *_changes: object) -> list[str]:
    """Return the articles of which the people as they are now make another byline."""
    domain = eir_domain(env)
    if not domain.people_are_new:
        return []
    if domain.people is None:
        return [docname for docname, _ in domain.find_all(Credited)]
    directory = domain.people
    outdated = []
    for docname, article in domain.find_all(Article):
        known = domain.find(docname, Credited)
        typed = known.typed if known else (article.authors, article.translators)
        now = directory.credit(*typed)
        if now != (known or Credited(typed, typed)):
            outdated.append(docname)
    return outdated


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the articles whose people this output has otherwise: another output may have had them read again."""
    domain = eir_domain(env)
    printed = {docname: repr(credited.printed) for docname, credited in domain.find_all(Credited)}
    # Of an article without people, too: it may have had some in this output.
    digests = {docname: digest(printed.get(docname, "")) for docname, _ in domain.find_all(Article)}
    return domain.rewrite(app, "bylines", digests)


def digest(text: str) -> str:
    """Return the digest of what a page shows."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# When a document is read


def credit(env: BuildEnvironment, docname: str, values: dict[str, Any], locations: tuple[str, str]) -> None:
    """Put the people of *values*, attributes of an article, as the project knows them. *locations* are where they were typed."""
    credited = directory_of(env).credit(values.get("authors", ()), values.get("translators", ()))
    if credited == Credited(credited.typed, credited.typed):
        return
    eir_domain(env).store(docname, credited)
    printed = zip(("authors", "translators"), credited.printed, strict=True)
    values.update({name: people for name, people in printed if people})
    for location, doubts in zip(locations, credited.doubts, strict=True):
        for doubt in doubts:
            warn(Subtype.PEOPLE, doubt, location=location or docname)


# On a page


def page_of(builder: Builder, key: str) -> str:
    """Return the name of a person's page, if this builder makes one."""
    if builder.name not in BUILDERS or key not in directory_of(builder.env).people:
        return ""
    return f"{FOLDER}/{directory_of(builder.env).file_names[key]}"


def address_of(builder: Builder, here: str, author: Author) -> str:
    """Return the address of the page of *author*, from the page *here*; nothing if there is none."""
    page = page_of(builder, author.key)
    return builder.get_relative_uri(here, page) if page and page != here else ""


def inlines(text: str) -> Iterator[nodes.Node]:
    """Yield the nodes of *text* in light markup."""
    from ..text.light_markup import runs_of  # costs time, and few pages have biographies

    for run in runs_of(text):
        if run.kind == "link":
            yield nodes.reference("", run.words, refuri=run.address)
        elif run.kind == "emphasis":
            yield nodes.emphasis("", run.words)
        elif run.kind == "strong":
            yield nodes.strong("", run.words)
        else:
            yield nodes.Text(run.words)


def biography_of(person: Person) -> list[nodes.paragraph]:
    """Return the paragraphs of a person's biography."""
    return [
        nodes.paragraph("", "", *inlines(paragraph), translatable=False) for paragraph in person.biography
    ]
