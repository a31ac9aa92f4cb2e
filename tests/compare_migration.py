"""Migrate a copy of somebody's project, and compare its pages before and after: ``python tests/compare_migration.py DOCS``.

Each side is built to HTML by its own ``conf.py``, in a process of its own, with what is installed here; extensions that aren't
have to be taken out of ``conf.py`` first. Printed are the citations that link to the same works, the entries that are in the same lists, the
footnotes that are the same works, and, page by page, all words that differ.
"""

from __future__ import annotations

import argparse
import difflib
import io
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

sys.path.insert(0, str(Path(__file__).parent))

from support.migrated import read_after, read_before, titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.migrated import Page


def build(side: str, conf: Path, out: Path) -> None:
    """Build one side, and leave what its pages say, its warnings and the seconds of CPU beside its output."""
    warning = io.StringIO()
    begun = time.process_time()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(conf, conf, out / "html", out / "doctrees", "html", {}, io.StringIO(), warning)
        app.build()
    seconds = time.process_time() - begun
    titles = out.parent / "titles"
    if side == "before":
        titles.write_bytes(pickle.dumps(titles_of(app)))
        pages = read_before(app)
    else:
        pages = read_after(app, pickle.loads(titles.read_bytes()))  # noqa: S301  # written just now
    said = re.sub(r"\x1b\[[0-9;]*m", "", warning.getvalue()).replace(str(conf), "")
    (out / "pages").write_bytes(pickle.dumps((pages, said.splitlines(), seconds)))


def built(side: str, conf: Path, out: Path) -> tuple[dict[str, Page], list[str], float]:
    """Build in a process of its own, and return what that left."""
    out.mkdir()
    subprocess.run([sys.executable, __file__, "--side", side, "--out", out, conf], check=True)
    found: Any = pickle.loads((out / "pages").read_bytes())  # noqa: S301  # idem
    return found


def figures(before: dict[str, Page], after: dict[str, Page]) -> Iterator[str]:
    """Yield how much there is on either side, and how much of it is the same."""
    for what in ("cited", "listed", "notes"):
        sides = [[getattr(pages.get(name), what, []) for name in before] for pages in (before, after)]
        same = sum(a == b for a, b in zip(*sides, strict=True))
        counts = (sum(map(len, side)) for side in sides)
        works = (sum(len(one) for page in side for one in page) for side in sides)
        of = "" if what == "notes" else ", works {} → {}".format(*works)
        yield "{}: {} → {}{}; the same on {} of {} pages".format(what, *counts, of, same, len(before))
    unlinked = sum(page.unlinked for page in after.values())
    same = sum(page.bare == after[name].bare for name, page in before.items() if name in after)
    yield f"words: the same on {same} of {len(before)} pages; parts of citations without a link: {unlinked}"


def differences(before: dict[str, Page], after: dict[str, Page]) -> Iterator[str]:
    """Yield what differs on each page."""
    for name, page in before.items():
        other = after.get(name)
        if other is None:
            yield f"{name}: gone"
            continue
        for what in ("cited", "listed", "notes"):
            sides = [
                [sorted(one) if isinstance(one, frozenset) else one for one in getattr(p, what)]
                for p in (page, other)
            ]
            if sides[0] != sides[1]:
                yield f"{name}: {what}: {sides[0]} → {sides[1]}"
        a, b = page.words.split(), other.words.split()
        for sign, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if sign != "equal" and "".join(a[i:j]) != "".join(b[k:m]):
                yield f"{name}: {' '.join(a[i:j])!r} → {' '.join(b[k:m])!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("docs", type=Path, help="a folder with one conf.py, or that of conf.py")
    parser.add_argument("--side", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    parsed = parser.parse_args()
    if parsed.side:
        build(parsed.side, parsed.docs, parsed.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(parsed.docs, work / "docs", symlinks=True)
        conf = next(
            path.parent for path in sorted((work / "docs").rglob("conf.py"), key=lambda path: len(path.parts))
        )
        before, said, seconds = built("before", conf, work / "before")
        command = [sys.executable, "-m", "sphinxext_eir", "migrate", conf, "--write", "--force"]
        print(
            subprocess.run(command, capture_output=True, text=True, check=False).stderr.replace(str(conf), "")
        )
        after, said_after, seconds_after = built("after", conf, work / "after")
    for line in (*figures(before, after), *differences(before, after)):
        print(line)
    print(f"warnings: {len(said)} → {len(said_after)}; seconds of CPU: {seconds:.1f} → {seconds_after:.1f}")
    for line in sorted(set(said_after) - set(said)):
        print(line)


if __name__ == "__main__":
    main()
