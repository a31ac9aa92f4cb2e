"""Files that are archives of XML: parts of them changed, and everything else left as it is."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree as ET


def repacked(archive: bytes, changes: dict[str, Any], additions: dict[str, bytes]) -> bytes:
    """Return the zip *archive* with its files changed by *changes*, name → function, and with *additions*."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            change = changes.get(item.filename)
            stamp = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            stamp.compress_type = item.compress_type
            new.writestr(stamp, change(content) if change else content)
        for name, content in additions.items():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return made.getvalue()


def namespaces(text: bytes) -> dict[str, str]:
    """Return the prefixes of the XML *text*, which a written one is to have again."""
    return dict(node for _event, node in ET.iterparse(io.BytesIO(text), events=["start-ns"]))  # noqa: S314 - the same
