"""XML from strangers, read without document type definitions: there are no entities to expand and no files to fetch."""

from __future__ import annotations

from typing import NoReturn
from xml.etree import ElementTree as ET
from xml.parsers import expat

DEEPEST = 100
"""Levels of elements. More would exhaust Python's stack when they are written."""


class XmlError(ValueError):
    """The text isn't XML, or has more than we read. The error says why; *line* says where."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def parse_xml(data: bytes) -> ET.Element:
    """Return the root element of *data*. Raises :class:`XmlError`."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> NoReturn:
        raise XmlError(
            "it has a document type definition (<!DOCTYPE), which is not read", parser.CurrentLineNumber
        )

    depth = 0

    def enter(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise XmlError("its elements are nested too deeply", parser.CurrentLineNumber)

    def leave(_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's name for the last part
        # ElementTree hides its expat, so the text is parsed twice; by now it is known not to declare entities.
        return ET.fromstring(data)  # noqa: S314
    except expat.ExpatError as error:
        raise XmlError(str(error), error.lineno) from None
    except ET.ParseError as error:
        raise XmlError(str(error), error.position[0]) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, XmlError):
            raise
        raise XmlError(str(error), 1) from None  # an unknown encoding
