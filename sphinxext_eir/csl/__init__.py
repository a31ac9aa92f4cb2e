"""Citations and bibliographies in any CSL style, by pandoc: sources → items, contexts → inline trees. No Sphinx here."""
