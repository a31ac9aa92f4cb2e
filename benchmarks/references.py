"""The ledger of entries, held to files that nobody here wrote: ``python -m benchmarks.references FILE.bib …``.

Pybtex reads each file, and latexcodec its LaTeX: neither has a part in the extension. Each word of a field that a style may print must
be in the item of the entry, or the field must be named in a message; what is neither is a silent loss. Exits with 1 if there is one.
"""

from __future__ import annotations

import codecs
import html
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import latexcodec  # noqa: F401 - registers the codec
from pybtex.database import BibliographyData
from pybtex.database.input.bibtex import Parser
from pybtex.errors import set_strict_mode

from sphinxext_eir.csl.sources import read_source

PRINTED = frozenset(
    (
        "title", "subtitle", "booktitle", "maintitle", "journal", "journaltitle", "author", "editor", "translator", "publisher",
        "institution", "school", "organization", "howpublished", "address", "location", "volume", "number", "issue", "pages",
        "chapter", "series", "edition", "note", "addendum", "year", "date", "doi", "url", "eid", "version", "venue", "eventtitle",
        "origdate", "issuetitle",
    )
)  # fmt: skip
"""Fields that styles print, by the names that files give them."""
SAID_OTHERWISE = frozenset(
    (
        "family", "given", "prefix", "suffix", "others", "true", "false", "useprefix", "noopsort", "textbf", "textit", "emph",
        "enquote", "url", "href", "hyphen", "textendash", "relax", "mbox", "textsc", "mkbibquote", "textsuperscript", "textsubscript", "texttt",
        "textless", "textgreater", "textbar", "mkbibemph", "textup", "em", "sc", "rm", "tt", "it", "bf", "sl", "nobreakdash", "textmu",
    )
)  # fmt: skip
"""Words of LaTeX and of BibLaTeX's names, which aren't text."""


def words(text: str) -> list[str]:
    """Return the words of *text*, without accents, case and markup."""
    decoded = re.sub(r"</?(?:i|b|su[bp]|span)[^<>]*>", "", html.unescape(text))
    plain = unicodedata.normalize("NFKD", decoded.replace("ı", "i").replace("ß", "ss"))
    letters = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return [word for word in re.findall(r"[^\W_]+", letters) if word not in SAID_OTHERWISE]


def read_by_pybtex(path: Path) -> BibliographyData:
    """Return the entries of *path* as pybtex reads them; nothing of a file that it gives up."""
    set_strict_mode(enable=False)
    try:
        return Parser(encoding="utf-8").parse_file(str(path))
    except Exception as error:  # noqa: BLE001 - it is the benchmark's material that is at fault
        print(f"  pybtex gives it up: {error}")
        return BibliographyData()


def lost(fields: dict[str, str], said: str, told: str) -> list[str]:
    """Return the words of *fields* that the item doesn't say, unless a message names their field."""
    found = "".join(words(said))
    return [
        f"{name}: {word}"
        for name, value in fields.items()
        if name in PRINTED and name not in told
        for word in words(codecs.decode(value, "ulatex") if "\\" in value else value)
        if word.lstrip("0") not in found and word != "and"
    ]


def account(path: Path) -> int:
    """Print what became of the entries of *path*, and return the number of silent losses."""
    source = read_source(path)
    items = source.items(source.keys)
    kinds = Counter(
        re.sub(r"'[^']*'|\b\d+\b", "…", m.text.partition(": ")[2] or m.text)[:60] for m in source.messages
    )
    print(f"{path.name}: {len(source.keys)} entries, {len(items)} came out, {len(source.messages)} messages")
    for kind, count in kinds.most_common(8):
        print(f"  {count:5} {kind}")
    losses = []
    for key, entry in read_by_pybtex(path).entries.items():
        if key in items:
            told = " ".join(
                m.text for m in source.messages if re.search(rf"(?<!\w){re.escape(key)}(?!\w)", m.text)
            )
            names = {role: " ".join(map(str, people)) for role, people in entry.persons.items()}
            fields = {name.lower(): str(value) for name, value in (*entry.fields.items(), *names.items())}
            losses += [f"{key}: {one}" for one in lost(fields, str(items[key]), told)]
    print(f"  {len(losses)} words lost without a word: {losses[:12]}")
    return len(losses)


if __name__ == "__main__":
    sys.exit(bool(sum(account(Path(name)) for name in sys.argv[1:])))
