"""An essay with everything that files of articles must hold, and the words of each kind of file, read by somebody else's code."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from .tagged import text_of_tags

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """Return a blue picture."""
    lines = (b"\0" + b"\x46\x82\xb4" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(lines))
        + _chunk(b"IEND", b"")
    )


PNG = png(1, 1)
"""A picture of one blue pixel."""

BIB = r"""
@book{smith2001, author={Smith, Ann and Jones, Bob}, title={Tides}, publisher={Press}, address={London}, year=2001}
@article{lee2010, author={Lee, C.}, title={Waves & Winds}, journal={Sea Journal}, volume=3, pages={1--20}, year=2010}
"""

TABLE = """\
+-------+-------+
| left  | right |
+=======+=======+
| across        |
+-------+-------+
| down  | upper |
+       +-------+
|       | lower |
+-------+-------+
"""
"""A table with cells that span columns and rows."""

ESSAY = f"""\
:author: Ann Smith <https://orcid.org/0000-0002-1825-0097> (University of Northport); Jones, Bob (Institute of Tides)
:date: 2024-03-05
:updated: 2024-04-01
:corrections: 2024-04-15: The tide is of 1999; the *ebb* of 2000.; 2024-05: A name.
:doi: 10.1000/xyz
:license: CC BY 4.0
:keywords: sea; tide
:subtitle: A Study in Salt
:journal: Harbour Review
:issn: 2053-8626
:publisher: Harbour Press
:volume: 3
:issue: 2
:first-page: 10
:last-page: 22
:kind: review
:canonical: https://example.org/2024/tides/

Tides & Their "Friends"
=======================

.. eir:article::

   The abstract, with *emphasis*.

A note\\ [#a]_, another [#b]_, again [#a]_, a citation :eir:citep:`smith2001`, maths :math:`x^2 < 3`, ``code``,
H\\ :sub:`2`\\ O, a `link <https://example.com/?a=1&b=2>`_, :abbr:`LIFO (last-in)`, the :ref:`picture <fig>` and the
:ref:`deep` part.

.. [#a] First *note* with `an address <https://a.example>`_.
.. [#b] Second note.

   With two paragraphs.

.. math:: a + b = c

.. _fig:

.. figure:: picture.png
   :alt: A blue rectangle
   :width: 50%

   The caption.

   A legend.

.. list-table:: A table
   :header-rows: 1

   * - Head one
     - Head two
   * - Cell
     - - item in cell
       - and one more

{TABLE}
.. _deep:

Deep
----

Nested
~~~~~~

1. one
2. two

   a) alpha

term : class
   definition

:field: body of field

-v, --verbose  An option.

| line one
|   indented line

   A quotation.

   -- Somebody

.. eir:pull-quote:: a link
   :attribution: Ann Smith

.. note:: A box.

.. topic:: Topic

   Of a topic.

.. code-block:: python
   :caption: A listing

   print("hello")

.. glossary::

   anchor
      A thing of iron.

See :term:`anchor`.

----

After the line.

.. rubric:: A rubric

.. centered:: In the middle

.. py:function:: moor(ship, rope)

   Moors.

.. versionadded:: 1.0
   Something new.

.. eir:bibliography::
   :filter: all

.. eir:notes::

.. eir:about-author::

   **Ann Smith** teaches.
"""

INDEX = "Essays\n======\n\n.. toctree::\n   :glob:\n\n   *\n   essays/*\n"

FILES = {"index.rst": INDEX, "essays/tides.rst": ESSAY, "references.bib": BIB}


def pages_of(path: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return pages


def words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in *texts*."""
    return Counter(re.findall(r"\w+", " ".join(texts)))


def words_of_word(path: Path) -> Counter[str]:
    """Return the words of a Word file: of its paragraphs, those of its notes included."""
    with zipfile.ZipFile(path) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in ("word/document.xml", "word/footnotes.xml")]
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    maths = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
    return words(
        "".join(
            node.text or "" if node.tag in (f"{space}t", f"{maths}t") else " "
            for node in paragraph.iter(f"{space}t", f"{space}br", f"{space}tab", f"{maths}t")
        )
        for part in parts
        for paragraph in part.iter(f"{space}p")
    )


def words_of_opendocument(path: Path) -> Counter[str]:
    """Return the words of an OpenDocument file."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
        formulas = [
            archive.read(name)
            for name in archive.namelist()
            if name.startswith("Formula") and name.endswith("content.xml")
        ]
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    for space in root.iter(f"{text}s", f"{text}line-break", f"{text}tab"):
        space.tail = " " + (space.tail or "")
    for number in root.iter(f"{text}note-citation"):
        number.text = " "
    blocks = [*root.iter(f"{text}p", f"{text}h")]
    inner = {each for block in blocks for each in block.iter(f"{text}p", f"{text}h") if each is not block}
    found = ["".join(block.itertext()) for block in blocks if block not in inner]
    return words([*found, *(" ".join(etree.fromstring(each).itertext()) for each in formulas)])


def words_of_jats(path: Path) -> Counter[str]:
    """Return the words of a JATS file."""
    root = etree.parse(path, etree.XMLParser(load_dtd=False, no_network=True)).getroot()
    running = {"bold", "italic", "sub", "sup", "monospace", "xref", "ext-link", "styled-content", "break"}
    return words(["".join(_in_order(root, running))])


def _in_order(node: etree._Element, running: set[str]) -> Iterable[str]:
    around = "" if etree.QName(node).localname in running else "\n"
    yield around
    yield node.text or ""
    for each in node:
        if each.tag == "xref" and each.get("ref-type") == "fn":  # the number of a note
            yield " "
        elif isinstance(each.tag, str):
            yield from _in_order(each, running)
        yield each.tail or ""
    yield around


def words_of_tags(path: Path) -> Counter[str]:
    """Return the words of a tagged PDF, as its tags say them."""
    return words([text_of_tags(path)])


def words_of_pdf(path: Path) -> Counter[str]:
    """Return the words of a PDF: those with a hyphen at the end of a line as one word and as two, for nothing tells whose it is."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    at_end = r"(?:[\u00ad\ufffe\x02]\r?\n?|-\r?\n)(?=\w)"
    parts = re.findall(rf"\w+{at_end}\w+", text)
    return words([re.sub(rf"{at_end}|\x02", "", text), *(re.sub(at_end, " ", part) for part in parts)])
