"""Identifiers and file names that stay unique where documents are joined."""

from __future__ import annotations

import re


def slug(docname: str) -> str:
    """Write *docname* as a part of an XML Name, so that no two are written alike.

    ``/`` is written ``.``, and any character but letters, digits, ``-`` and ``_`` of ASCII as its code in
    hexadecimal between ``..`` and ``.``, which nothing else gives.
    """
    return re.sub(r"[^A-Za-z0-9_/-]", lambda match: f"..{ord(match[0]):x}.", docname).replace("/", ".")


def pdf_name(docname: str) -> str:
    """Return where the PDF of the article *docname* stands in the HTML output: beside its page, ``a/b.pdf``.

    A path from the root of the output, not quoted for a URL. It is the same for ``html`` and ``dirhtml``.
    """
    return f"{docname}.pdf"
