"""Dublin Core, which repositories harvest from each other by OAI-PMH: a record of each article in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ...text.fields import license_url
from ...text.name_parts import inverted
from .deposit import DepositBuilder, plain
from .masthead import masthead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .deposit import Deposit

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_LOCATION = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"


class DublinCoreBuilder(DepositBuilder):
    """The builder ``eir-dc``: a file ``DOCNAME.dc.xml`` for each article."""

    name = "eir-dc"
    who = "dublin-core"
    file_name = "**/*.dc.xml"
    epilog = "The records of Dublin Core are in %(outdir)s."

    def roots_of(self, deposits: Sequence[Deposit]) -> dict[str, ET.Element]:
        """Return the record of each article."""
        return {f"{deposit.docname}.dc.xml": record(deposit) for deposit in deposits}


def record(deposit: Deposit) -> ET.Element:
    """Return the element ``oai_dc:dc`` of one article (OAI-PMH 2.0, 4.5 ``oai_dc``; DCMES 1.1)."""
    ET.register_namespace("oai_dc", OAI_DC)
    ET.register_namespace("dc", DC)
    ET.register_namespace("xsi", _INSTANCE)
    root = ET.Element(f"{{{OAI_DC}}}dc", {f"{{{_INSTANCE}}}schemaLocation": _LOCATION})
    for name, value in _elements(deposit):
        if value:
            ET.SubElement(root, f"{{{DC}}}{name}").text = value
    return root


def _elements(deposit: Deposit) -> Iterator[tuple[str, str]]:
    article = deposit.article
    yield "title", article.whole_title
    yield from (("creator", inverted(author)) for author in article.authors)
    yield from (("subject", keyword) for keyword in article.keywords)
    yield "description", " ".join(" ".join(map(plain, deposit.abstract)).split())
    yield "publisher", article.publisher
    yield from (("contributor", inverted(translator)) for translator in article.translators)
    yield "date", str(article.date or "")
    yield "type", "Text"  # DCMI Type Vocabulary
    yield "type", article.kind
    yield "format", "text/html"
    yield "identifier", deposit.address
    yield "identifier", f"https://doi.org/{article.doi}" if article.doi else ""
    yield "source", masthead(article) if article.journal else ""
    yield "language", deposit.language
    yield from (("relation", f"https://doi.org/{work.doi}") for work in deposit.works if work.doi)
    yield "rights", license_url(article.license) or article.license
