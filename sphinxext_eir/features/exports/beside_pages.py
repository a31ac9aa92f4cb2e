"""``eir_article_pdfs``, ``eir_issue_pdfs``: the PDFs of articles and issues, made while HTML is built and put beside their pages.

Post-transforms are chosen for one builder, so PDFs are made by a build of their own: a child process that takes the documents as
this one has read them. It runs before pages are written, so that a page links to a PDF that is there, and to no other.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.issues import all_issue_pdfs, articles_of
from ...core.warnings import Subtype, warn
from ...csl.pandoc import PandocError, find_pandoc
from ...csl.processes import ProcessError, run
from ...text.article import Article
from ...text.files import write_file
from ...text.identifiers import pdf_name
from . import KEPT_PDFS
from .pandoc import EXPORTING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

TIMEOUT, TIMEOUT_OF_EACH = 120, 30
"""Seconds, for the whole and for each PDF. They end what hangs."""


def _has_pages(app: Sphinx) -> bool:
    return app.builder.format == "html" and app.builder.name != "epub"


def _wanted(app: Sphinx) -> dict[str, str]:
    """Return the names of all PDFs that are wanted, as docnames are, and the page of each."""
    if not _has_pages(app):
        return {}
    config, names = app.config, {}
    if config.eir_issue_pdfs:
        names = {pdf.name: pdf.docname for pdf in all_issue_pdfs(app.env) if articles_of(app.env, pdf.issue)}
    if config.eir_article_pdfs:
        names |= {docname: docname for docname, _ in eir_domain(app.env).find_all(Article)}
    return names


def pages_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages without the PDF that they should have: it may be made now, and they will link to it."""
    outdir = Path(app.outdir)
    return sorted({page for name, page in _wanted(app).items() if not (outdir / pdf_name(name)).is_file()})


def make_pdfs(app: Sphinx, builder: Builder) -> None:
    """Make the PDFs of what has changed, and put all beside their pages. Warn of those that can't be made."""
    names, folder = _wanted(app), Path(app.doctreedir) / KEPT_PDFS
    if not _has_pages(app) or not (names or folder.is_dir()):
        return
    if names:
        try:
            _check_programs(app)
        except PandocError as error:
            warn(Subtype.ARTICLE_PDF, f"articles have no PDFs, and their pages no links to one: {error}")
            return
        for message, location in _made_by_child(app, folder, len(names)):
            warn(Subtype.ARTICLE_PDF, message, location=location)
    articles = [docname for docname, _ in eir_domain(app.env).find_all(Article)]
    _copy(folder, Path(app.outdir), names, articles)


def _copy(folder: Path, outdir: Path, names: Iterable[str], articles: Iterable[str]) -> None:
    """Put the PDFs of these *names* beside their pages, and take away others that we put there; those of *articles* are kept.

    A PDF with such a name that isn't ours is the author's own.
    """
    wanted = {pdf_name(name) for name in names}
    kept = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.pdf")}
    of_articles = {pdf_name(name) for name in articles}
    for name in kept.keys() - wanted:
        copy, is_gone = outdir / name, name not in of_articles
        if copy.is_file() and (is_gone or copy.read_bytes() == kept[name].read_bytes()):
            copy.unlink()
        if is_gone:
            kept[name].unlink()
    for name in wanted:
        copy = outdir / name
        if name in kept:
            write_file(copy, kept[name].read_bytes())
        else:
            copy.unlink(missing_ok=True)


def _check_programs(app: Sphinx) -> None:
    """Raise :class:`.PandocError` if something is missing."""
    if importlib.util.find_spec("typst") is None:
        raise PandocError("PDFs need Typst: pip install 'sphinxext-eir[typst]'")
    find_pandoc(Path(app.doctreedir) / "eir", EXPORTING)


def _made_by_child(app: Sphinx, folder: Path, number: int) -> list[tuple[str, str | None]]:
    """Build *number* PDFs into *folder*, in a process of its own. Return its warnings, each with its location."""
    overrides = {name: value for name, value in app.config.overrides.items() if _travels(value)}
    of_builder = {
        f"{kind}{name}"
        for kind in ("", "builder_", "format_")
        for name in (app.builder.name, app.builder.format)
    }
    settings = {
        "srcdir": str(app.srcdir),
        "confdir": str(app.confdir) if (Path(app.confdir) / "conf.py").is_file() else None,
        "outdir": str(folder),
        "doctreedir": str(app.doctreedir),
        "confoverrides": {
            **overrides,
            "extensions": list(app.config.extensions),
        },  # which Sphinx takes out of them
        "tags": [tag for tag in app.tags if tag not in of_builder],
        "parallel": app.parallel,
    }
    with tempfile.TemporaryFile() as typed:
        typed.write(repr(settings).encode())
        typed.seek(0)
        try:
            done = run(
                [sys.executable, "-m", __name__],
                stdin=typed,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                timeout=TIMEOUT + TIMEOUT_OF_EACH * number,
            )
        except ProcessError as error:
            return [(f"the PDFs of articles can't be made: the program that sets them {error}", None)]
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return [(f"the PDFs of articles can't be made: {said[-1] if said else done.returncode}", None)]
    found: list[tuple[str, str | None]] = ast.literal_eval(done.stdout.decode())
    return found


def _travels(value: Any) -> bool:
    """Say if *value* can be told to another process: plain data can."""
    try:
        return bool(ast.literal_eval(repr(value)) == value)
    except (ValueError, SyntaxError):
        return False


def _child() -> None:
    """Build PDFs as the settings on standard input say, and write the warnings of files to standard output."""
    import io
    import logging

    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace

    warnings: list[tuple[str, str | None]] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if getattr(record, "type", None) == "eir" and getattr(record, "subtype", None) == "export":
                location = getattr(record, "location", None)
                warnings.append((record.getMessage(), location if isinstance(location, str) else None))

    settings = ast.literal_eval(sys.stdin.buffer.read().decode())
    output, sys.stdout = sys.stdout, sys.stderr
    with docutils_namespace():
        app = Sphinx(buildername="eir-pdf", status=None, warning=io.StringIO(), **settings)
        logging.getLogger("sphinx").addHandler(Collector(logging.WARNING))
        app.build()
    output.buffer.write(repr(list(dict.fromkeys(warnings))).encode())  # Sphinx may say a thing twice


if __name__ == "__main__":
    _child()
