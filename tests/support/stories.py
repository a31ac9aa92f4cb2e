"""Pages of the documentation, read as stories: what their blocks say is done, in their order, in one folder.

A block with a caption is a file, written under that name. A ``diff`` changes the file that is its caption. Of a ``console``
block each command is run, and prints what stands under it, ``…`` being anything; so is each statement of a ``pycon`` block, in
one interpreter for the page. Without a caption, ``python`` is a part of
``conf.py``, and ``rst`` or ``md`` a document or a part of one: they build without a warning. ``text`` is what an example of the
page, or the project that the story makes, prints. No other block is known: a page that has one fails its test.
"""

from __future__ import annotations

import importlib.metadata
import io
import os
import pickle
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from docutils import nodes
from markdown_it import MarkdownIt
from packaging.requirements import Requirement
from sphinx.config import Config

from sphinxext_eir.core.config import SETTINGS
from support.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = ROOT / "docs"
SNIPPETS = DOCS / "snippets"
CHECKOUT = "path/to/the/checkout"
PACKAGE = "sphinxext-eir"
BUILT = {"rst": "test_docs", "myst": "test_docs", "arabic": "test_right_to_left"}
"""Folder of examples → the tests that build them."""
CANONICAL = "https://jane-essays.readthedocs.io/en/latest/"
"""Where Read the Docs would publish what is followed."""
PROGRAMS = {"latexmk": "latexmk", "latexpdf": "latexmk"}
"""What a command says → the program that it needs, beyond Python's."""


@dataclass(frozen=True)
class Block:
    """One literal block of a page."""

    page: str
    language: str
    text: str
    caption: str = ""
    included: Path | None = None
    """The file that it shows."""

    def __str__(self) -> str:
        return f"{self.page}: {self.language}: {self.text.strip().splitlines()[0]}"

    @property
    def commands(self) -> list[tuple[str, str]]:
        """What is typed after ``$``, and what is printed."""
        found = re.findall(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!\$ ).*\n?)*)", self.text + "\n", flags=re.MULTILINE)
        return [(re.sub(r" +#.*", "", typed), printed.strip()) for typed, printed in found]

    @property
    def statements(self) -> list[tuple[str, str]]:
        """What is typed after ``>>>``, and what is printed."""
        found = re.findall(
            r"^>>> (.*\n(?:\.\.\. ?.*\n)*)((?:(?!>>> ).*\n?)*)", self.text + "\n", flags=re.MULTILINE
        )
        return [(re.sub(r"^\.\.\. ?", "", typed, flags=re.MULTILINE), printed) for typed, printed in found]


def blocks_of_docs(doctrees: Path) -> Iterator[Block]:
    """Read the blocks of the pages whose stored trees are in *doctrees*."""
    for path in sorted(doctrees.rglob("*.doctree")):
        page = path.relative_to(doctrees).with_suffix("").as_posix()
        if page.startswith("snippets/"):
            continue
        tree: nodes.document = pickle.loads(path.read_bytes())  # noqa: S301 - a build of ours
        for node in tree.findall(nodes.literal_block):
            caption = ""
            if isinstance(node.parent, nodes.container) and isinstance(node.parent[0], nodes.caption):
                caption = node.parent[0].astext()
            included = Path(node["source"]) if "source" in node else None
            yield Block(page, node.get("language", ""), node.astext(), caption, included)


def blocks_of_markdown(name: str) -> Iterator[Block]:
    """Read the blocks of a Markdown file beside the package."""
    for token in MarkdownIt().parse((ROOT / name).read_text(encoding="utf-8")):
        if token.type in {"fence", "code_block"}:
            yield Block(name, token.info, token.content)


def folded(text: str) -> str:
    """Return *text* with its white space and colours left out of account."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*m", "", text).split())


def assert_printed(expected: str, printed: str, *, whole: bool = True) -> None:
    """*expected*, in which ``…`` is anything, is what was printed, or a part of it."""
    pattern = re.escape(folded(expected)).replace("…", ".*").replace(r"\ .*\ ", ".*")
    match = (re.fullmatch if whole else re.search)(pattern, folded(printed))
    assert match, f"the page shows\n{expected}\nbut this is printed:\n{printed}"


class Story:
    """What is done in one folder. *fresh*: in an environment that the story itself makes, and not in that of the tests."""

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        self.folder = self.where = folder
        self.fresh = fresh
        self.examples: list[Path] = []
        self.names: dict[str, object] = {}
        self.built: set[Path] = set()
        folder.mkdir(exist_ok=True)
        (folder.parent / "gitconfig").write_text(
            "[user]\nname = Jane Doe\nemail = jane@example.org\n[init]\ndefaultBranch = main\n"
            f'[url "file://{folder.parent}/"]\ninsteadOf = https://github.com/jane/\n',
            encoding="utf-8",
        )
        path = os.environ["PATH"] if fresh else f"{sys.prefix}/bin{os.pathsep}{os.environ['PATH']}"
        self.environment = {
            "PATH": path,
            "HOME": os.environ.get("HOME", ""),
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "BROWSER": "test -f %s",  # opening a page is to find it
            "GIT_CONFIG_GLOBAL": str(folder.parent / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        } | {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "EIR_"))}

    def tell(self, block: Block) -> None:
        """Do what *block* says."""
        if block.language == "diff":
            self.change(block)
        elif block.language in {"console", "pycon"}:
            self.follow(block)
        elif block.caption:
            self.write(block.caption, block.text)
        elif block.included:
            folder = block.included.parent.relative_to(SNIPPETS).parts[0]
            assert folder in BUILT, f"no test builds this: {block}"
            self.examples += [block.included] if folder == "rst" else []
        elif block.language == "python":
            self.build_settings(block.text)
        elif block.language in {"rst", "md"}:
            self.build_document(block)
        elif block.language == "css":
            self.read_style_sheet(block.text)
        elif block.language == "text":
            assert_printed(block.text, self.printed(), whole=False)
        else:
            pytest.fail(f"no test runs this block; say what it is, or give it a caption: {block}")

    def own(self, name: str) -> list[Path]:
        """Return the files of a *name* that the story wrote: an environment has the starter's."""
        return [path for path in sorted(self.folder.rglob(name)) if ".venv" not in path.parts]

    def end(self) -> None:
        """Build what no command built, and do for ``.readthedocs.yaml`` what Read the Docs does, unless that was pushed to it."""
        for conf in self.own("conf.py"):
            if conf.parent not in self.built and ".venv" not in conf.parts:
                self.build(conf.parent)
        for config in self.own(".readthedocs.yaml"):
            if not (config.parent / ".git").exists():
                self.follow_read_the_docs(config.parent, self.aside())

    # What blocks say

    def write(self, name: str, text: str) -> None:
        path = self.where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.rstrip() + "\n", encoding="utf-8")

    def change(self, block: Block) -> None:
        path = self.where / block.caption
        text = path.read_text(encoding="utf-8")
        lines = block.text.splitlines()
        old = "\n".join(line[1:] for line in lines if line[0] in "- ")
        new = "\n".join(line[1:] for line in lines if line[0] in "+ ")
        assert text.count(old) == 1, block
        path.write_text(text.replace(old, new), encoding="utf-8")

    def follow(self, block: Block) -> None:
        for typed, printed in block.commands:
            self.run(typed, printed)
        for typed, printed in block.statements:
            self.interpret(typed, printed)

    def run(self, typed: str, expected: str) -> None:
        """Run what is typed after ``$``, in the folder where the story is, and stay where it leads to."""
        if not self.fresh and self.installs(typed):
            return
        for word, program in PROGRAMS.items():
            if word in typed and not shutil.which(program):
                pytest.skip(f"{program} is not installed")
        leads_to = self.folder.parent / "where"
        script = f"{typed.replace(CHECKOUT, str(ROOT))}\npwd >{shlex.quote(str(leads_to))}"
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.where, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace", check=False,
        )  # fmt: skip
        printed = done.stdout.replace(f"{self.where}/", "").replace(f"{self.folder}/", "")
        assert done.returncode == 0, f"$ {typed}\n{printed[-5000:]}"
        if expected:
            assert_printed(expected, printed)
        elif "sphinx-build" in typed:
            assert "WARNING" not in printed, f"$ {typed}\n{printed}"
        if "sphinx-build" in typed:
            words = shlex.split(typed)
            folders = (self.where / word for word in words[1:] if not word.startswith("-"))
            self.built |= {folder for folder in folders if (folder / "conf.py").exists()}
        self.where = Path(leads_to.read_text(encoding="utf-8").strip())

    def interpret(self, typed: str, expected: str) -> None:
        """Execute what is typed after ``>>>`` in the folder where the story is."""
        printed = io.StringIO()
        with chdir(self.where), redirect_stdout(printed):
            exec(compile(typed, "<stdin>", "single"), self.names)  # noqa: S102 - as the interpreter does
        assert_printed(expected, printed.getvalue())

    def installs(self, typed: str) -> bool:
        """Say whether *typed* makes an environment or fills it; it is then read, and what it brings is there already."""
        words = [word.removeprefix(".venv/bin/") for word in shlex.split(typed)]
        if words[:3] == ["python3", "-m", "venv"]:
            (self.where / words[3]).symlink_to(sys.prefix)
            return True
        if words[0] != "pip":
            return False
        arguments = [word for word in words[2:] if word != CHECKOUT]
        while arguments:
            word = arguments.pop(0)
            if word == "-r":
                required = (self.where / arguments.pop(0)).read_text(encoding="utf-8").splitlines()
                arguments += [line for line in required if not line.startswith("--")]
            elif word == "--wheel-dir":
                arguments.pop(0)
            elif not word.startswith("-"):
                assert_installed(Requirement(word.replace(CHECKOUT, PACKAGE)))
        return True

    def build_settings(self, text: str) -> None:
        """Build an article with the lines *text* in its ``conf.py``."""
        scope: dict[str, object] = {}
        exec(text, scope)  # noqa: S102 - as Sphinx does
        head = "import os\n" if "os." in text else ""
        if "extensions" not in scope:
            head += "extensions = ['sphinxext_eir']\n"
        folder = self.aside()
        (folder / "conf.py").write_text(head + text, encoding="utf-8")
        shutil.copy(SNIPPETS / "rst" / "article.rst", folder / "index.rst")
        shutil.copy(SNIPPETS / "references.bib", folder)
        options = scope.get("html_theme_options", {})
        assert isinstance(options, dict)
        for name in options.get("sections", []):
            section = folder / f"{name}.rst"
            section.parent.mkdir(parents=True, exist_ok=True)
            section.write_text(":orphan:\n\nSection\n=======\n", encoding="utf-8")
        self.build(folder)
        of_builders = {"html_baseurl", "html_theme", "html_theme_options"}
        of_builders |= {"epub_identifier", "epub_description", "epub_cover"}
        known = {*Config.config_values, *(setting.name for setting in SETTINGS), "extensions", *of_builders}
        assert scope.keys() - {"__builtins__", "os"} <= known, text

    def build_document(self, block: Block) -> None:
        """Build a document, where the page stands among the documents, that is or holds the text of *block*."""
        text, title = block.text, {"rst": "Title\n=====\n\n", "md": "# Title\n\n"}[block.language]
        if not re.search(r"^(=====|# )", text, flags=re.MULTILINE):
            text = f"{text}\n\n{title}.. eir:article::\n" if text.startswith(":") else title + text
        docs = shutil.copytree(self.folder, self.aside() / "copy", symlinks=True) / "docs"
        document = docs / f"{block.page}.{block.language}"
        document.parent.mkdir(parents=True, exist_ok=True)
        document.write_text(text, encoding="utf-8")
        settings = f'root_doc = "{block.page}"\nextensions = ["sphinxext_eir", "myst_parser"]\n'
        (docs / "conf.py").write_text(settings, encoding="utf-8")
        self.build(docs)

    def read_style_sheet(self, text: str) -> None:
        """See that the pages have what the style sheet *text* speaks of."""
        package = ROOT / "sphinxext_eir"
        style = (package / "assets" / "static" / "eir.css").read_text(encoding="utf-8")
        for name in re.findall(r"--eir-[a-z-]+", text):
            assert f"var({name}" in style, name
        code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
        for name in re.findall(r"\.(eir-[a-z-]+)", text):
            assert f'"{name}' in code, name

    def printed(self) -> str:
        """Return what the page's examples and the story's projects are as text."""
        projects = [conf.parent for conf in self.own("conf.py")]
        for path in self.examples:
            if path.suffix == ".rst":
                projects.append(self.aside())
                (projects[-1] / "conf.py").write_text('extensions = ["sphinxext_eir"]\n', encoding="utf-8")
                shutil.copy(path, projects[-1] / "index.rst")
        built = [self.build(project, "text") for project in projects]
        return "\n".join(path.read_text(encoding="utf-8") for out in built for path in out.rglob("*.txt"))

    # How it is done

    def aside(self) -> Path:
        """Return a new folder."""
        folder = self.folder.parent / f"aside-{len(list(self.folder.parent.iterdir()))}"
        folder.mkdir()
        return folder

    def build(self, folder: Path, builder: str = "html") -> Path:
        """Build *folder*, without a warning, and return where."""
        out = self.aside()
        run = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder, folder, out]
        done = subprocess.run(run, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-5000:]
        return out

    def follow_read_the_docs(self, folder: Path, out: Path) -> None:
        """Do in *folder* what Read the Docs does for its ``.readthedocs.yaml``: commands of its own, or else its usual ones."""
        config = yaml.safe_load((folder / ".readthedocs.yaml").read_text(encoding="utf-8"))
        if jobs := config["build"].get("jobs", {}).get("build"):
            commands = [command for format_jobs in jobs.values() for command in format_jobs]
        else:
            required = [install["requirements"] for install in config["python"]["install"]]
            docs, out_of = Path(config["sphinx"]["configuration"]).parent, "$READTHEDOCS_OUTPUT"
            strict = "-W --keep-going" if config["sphinx"]["fail_on_warning"] else ""
            commands = [
                *(f"python -m pip install -r {name}" for name in required if self.fresh),
                f"python -m sphinx -T {strict} -b html -d {out_of}/doctrees -D language=en {docs} {out_of}/html",
            ]
        environment = self.environment | {
            "READTHEDOCS_OUTPUT": str(out),
            "READTHEDOCS_CANONICAL_URL": CANONICAL,
        }
        environment["PATH"] = f"{self.where}/.venv/bin{os.pathsep}{environment['PATH']}"
        for command in commands:  # each in a shell of its own, as there
            subprocess.run(["bash", "-c", command], cwd=folder, env=environment, check=True)


def assert_installed(requirement: Requirement) -> None:
    """The package is there, and has the extras."""
    about = importlib.metadata.metadata(requirement.name)
    assert requirement.extras <= set(about.get_all("Provides-Extra") or []), requirement
    for extra in requirement.extras:
        for needed in map(Requirement, importlib.metadata.requires(requirement.name) or []):
            if needed.marker and needed.marker.evaluate({"extra": extra}) and needed.name != PACKAGE:
                assert importlib.metadata.version(needed.name)
