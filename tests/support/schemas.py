"""Schemas of agencies, read from the files beside the tests, never from the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from support.paths import DATA

if TYPE_CHECKING:
    from typing import Any

SCHEMAS = DATA / "schemas"


class Local(etree.Resolver):
    """Finds the files that schemas import by a web address."""

    FILES = {
        "mathml3.xsd": SCHEMAS / "crossref-5.3.1" / "standard-modules" / "mathml3" / "mathml3.xsd",
        "iso_639-2b.xsd": SCHEMAS / "doaj" / "iso_639-2b.xsd",
    }

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        if url.startswith("http"):
            return self.resolve_filename(str(self.FILES[url.rpartition("/")[2]]), context)
        return None


def schema(name: str) -> etree.XMLSchema:
    """Return the schema in the file *name*."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.parse(SCHEMAS / name, parser))


CROSSREF, DOAJ = "crossref-5.3.1/crossref5.3.1.xsd", "doaj/doajArticles.xsd"
