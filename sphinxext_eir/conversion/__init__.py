"""Articles from PDF, extracted text and Word → sources, with a ledger of every word. No Sphinx here."""
