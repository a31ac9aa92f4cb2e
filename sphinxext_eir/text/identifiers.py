"""Identifiers and file names that stay unique where documents are joined."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def slug(docname: str) -> str:
    """Write *docname* as a part of an XML Name, so that no two are written alike.

    ``/`` is written ``.``, and any character but letters, digits, ``-`` and ``_`` of ASCII as its code in
    hexadecimal between ``..`` and ``.``, which nothing else gives.
    """
    return re.sub(r"[^A-Za-z0-9_/-]", lambda match: f"..{ord(match[0]):x}.", docname).replace("/", ".")


_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?![^.])", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Say if Windows takes *name* for a device, whatever follows its first stop (Naming Files, Paths, and Namespaces)."""
    return bool(_DEVICES.match(name))


def file_names(keys: Iterable[str]) -> dict[str, str]:
    """Return key → its name as a file's, also where capitals make no difference, as on Windows and macOS.

    Keys that differ in capitals only have these written as codes, whatever the system: pages have the same address everywhere.
    So has a device of Windows its first letter.
    """
    slugs = {key: slug(key) for key in keys}
    same = Counter(name.lower() for name in slugs.values())
    return {
        key: _CODED[is_device(name)].sub(lambda match: f"..{ord(match[0]):x}.", name)
        if same[name.lower()] > 1 or is_device(name)
        else name
        for key, name in slugs.items()
    }


_CODED = {False: re.compile("[A-Z]"), True: re.compile("^[a-z]|[A-Z]")}
"""What is written as a code, in names of others and of devices."""


def pdf_name(docname: str) -> str:
    """Return where the PDF of the article *docname* stands in the HTML output: beside its page, ``a/b.pdf``.

    A path from the root of the output, not quoted for a URL. It is the same for ``html`` and ``dirhtml``.
    """
    return f"{docname}.pdf"
