"""The portraits of people, beside the pages that show them."""

from __future__ import annotations

import hashlib
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.page_urls import BUILDERS
from ...core.people import directory_of
from ...text.files import write_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from ...text.article import Person

FOLDER = "_static/eir-people"
"""The folder of portraits in the output."""


def portrait_of(app: Sphinx, person: Person) -> tuple[Path, str] | None:
    """Return the file of a person's portrait, and its path in the output; nothing if there is none."""
    if not person.portrait:
        return None
    file = Path(app.srcdir) / person.portrait
    return file, posixpath.join(FOLDER, directory_of(app.env).file_names[person.key] + file.suffix.lower())


def digest_of(app: Sphinx, person: Person) -> str:
    """Return the digest of a person's portrait."""
    portrait = portrait_of(app, person)
    return hashlib.sha256(portrait[0].read_bytes()).hexdigest() if portrait else ""


def copy_portraits(app: Sphinx, builder: Builder) -> None:
    """Copy the portraits, and remove those of people who are gone."""
    if builder.name not in BUILDERS:
        return
    known = eir_domain(app.env).people
    people = known.people.values() if known else ()
    found = {path: file for file, path in filter(None, (portrait_of(app, person) for person in people))}
    folder = Path(app.outdir) / FOLDER
    for old in folder.glob("*"):
        if posixpath.join(FOLDER, old.name) not in found:
            old.unlink()
    for path, file in found.items():
        write_file(Path(app.outdir) / path, file.read_bytes())
