"""Every page of a project as a Word, OpenDocument, JATS and PDF file, and the words that each file lacks: ``python tests/words_of_files.py FOLDER``.

A page that is no article is made one for it. The words of a page are those of its resolved doctree; the words of a file are read by code
that isn't ours (XML; pikepdf, which reads a PDF through its tags). A word is lost if the file says it less often. Formulas, and what JATS says in fields, are left out.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from sphinxext_eir.core.bridge.words import words_of_document
from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.text.article import Article

sys.path.append(str(Path(__file__).parent))

from support.exported import words_of_jats, words_of_opendocument, words_of_tags, words_of_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

READERS: dict[str, Callable[[Path], Counter[str]]] = {
    "docx": words_of_word,
    "odt": words_of_opendocument,
    "jats": words_of_jats,
    "pdf": words_of_tags,
}
IN_FIELDS = {"eir-subtitle", "eir-canonical", "eir-byline", "eir-identifiers"}
"""Classes of lines that JATS says in its front."""


def make_articles(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make each document an article."""
    for docname in sorted(env.found_docs):
        if eir_domain(env).find(docname, Article) is None:
            title = env.titles[docname].astext() if docname in env.titles else docname
            eir_domain(env).store(docname, Article(title=title))
    return sorted(env.found_docs)


def words_of(document: nodes.document, form: str) -> Counter[str]:
    """Return the words that a file must have."""
    for node in list(document.findall(lambda node: isinstance(node, (nodes.math, nodes.math_block)))):
        node.parent.remove(node)
    if form == "jats":
        for node in list(document.findall(nodes.paragraph)):
            if IN_FIELDS & set(node["classes"]):
                node.parent.remove(node)
    return words_of_document(document)


def measure(folder: Path, form: str, out: Path) -> tuple[int, int, Counter[str], list[str]]:
    """Return the numbers of files and of words, the words that are lost, and Sphinx's warnings."""
    warnings = io.StringIO()
    with docutils_namespace():
        app = Sphinx(folder, folder, out, out / "doctrees", f"eir-{form}", status=None, warning=warnings)
        app.connect("env-updated", make_articles)
        app.build(force_all=True)
        number, lost, total = 0, Counter[str](), 0
        for docname in sorted(app.env.found_docs):
            path = app.builder.path_of(docname)
            wanted = words_of(app.env.get_and_resolve_doctree(docname, app.builder), form)
            total += wanted.total()
            if not path.is_file():
                print(f"  {docname}: no file", file=sys.stderr)
                lost += wanted
                continue
            number += 1
            missing = wanted - READERS[form](path)
            if missing:
                print(f"  {form} {docname}: {dict(missing)}", file=sys.stderr)
            lost += missing
    return number, total, lost, warnings.getvalue().splitlines()


def main() -> None:
    """Print a row for each format."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("folder", type=Path, help="a project, with its conf.py")
    parser.add_argument("--forms", nargs="*", default=list(READERS), choices=list(READERS))
    parsed = parser.parse_args()
    failed = False
    print("format | files | words | lost | warnings")
    for form in parsed.forms:
        with tempfile.TemporaryDirectory() as out:
            number, total, lost, warnings = measure(parsed.folder.resolve(), form, Path(out))
        print(f"{form} | {number} | {total} | {lost.total()} | {len(warnings)}", flush=True)
        print("\n".join(warnings), file=sys.stderr)
        failed = failed or bool(lost)
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
