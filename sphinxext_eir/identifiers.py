"""Identifiers that stay unique where documents are joined."""

from __future__ import annotations

import re


def slug(docname: str) -> str:
    """Write *docname* as a part of an XML Name, so that no two are written alike.

    ``/`` is written ``.``, and any other character that is no letter, digit, ``-`` or ``_`` of ASCII as its code in
    hexadecimal between ``..`` and ``.``, which nothing else gives.
    """
    return re.sub(r"[^A-Za-z0-9_/-]", lambda match: f"..{ord(match[0]):x}.", docname).replace("/", ".")
