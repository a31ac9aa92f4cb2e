"""The LaTeX of a field, read plainly: its words in Unicode, without markup.

Pandoc reads it better, formulas and italics included. This reading holds pandoc's to account, and stands in for it where pandoc gives up.
"""

from __future__ import annotations

import html
import re
import unicodedata

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "b": "\u0331", "d": "\u0323",
    "h": "\u0309", "G": "\u030f", "U": "\u030e",
}  # fmt: skip
"""Commands that set an accent on a letter, and the combining character of Unicode."""

SYMBOLS = {
    "ss": "ß", "SS": "SS", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textdegree": "°", "degree": "°", "textregistered": "®", "texttrademark": "™",
    "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "newline": " ", "space": " ",
    "linebreak": " ", "par": " ", "textperiodcentered": "·", "textmu": "μ", "cdot": "·", "textnumero": "№",
}  # fmt: skip
"""Commands that are a character or a few."""

UNSEEN = frozenset(
    """
    noopsort sortnoop noop label index vspace hspace color fontsize selectlanguage bibinfo hyphenation cite citep citet
    textcite parencite autocite footcite foreignlanguage textcolor href fontencoding fontfamily thispagestyle
    """.split()
)
"""Commands, in small letters, whose first argument isn't printed."""

CITING = frozenset("cite citep citet textcite parencite autocite footcite".split())
"""Those of them that name another work, which a reader would miss."""

TRANSPARENT = re.compile(
    r"\\(?:[mh]box|fbox|text(?:rm|up|normal|md)?|ensuremath|nohyphens|protect|relax)(?![a-zA-Z])\s*"
)
"""Commands that print their argument as it is. Pandoc drops the argument of some."""

_LETTER = r"(?:\\[ij](?![a-zA-Z])\s?|[^\W\d_])"
_ACCENT = re.compile(
    rf"""\\(?:([`'^"~=.])|([cvuHkrbdhGU])(?![a-zA-Z]))\s*
         (?:\{{\s*({_LETTER})|({_LETTER}))""",  # the closing brace goes with all other braces
    re.VERBOSE,
)
_DOTLESS = re.compile(
    "([ıȷ])(?=[\u0300-\u0315\u031a\u033d-\u0344\u0346\u034a-\u034c\u0350-\u0352\u0357\u035b])"
)
_FORMULA = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)+\$|\\\((?:[^\\]|\\(?!\)))+\\\)")
_UNSEEN = re.compile(r"\\([a-zA-Z]+)\*?\s*(?:\[[^\]{}]*\]\s*)?\{[^{}]*\}")
_COMMAND = re.compile(r"\\(?:([a-zA-Z]+)\*?[ \t]*(?:\{\})?|(.))", re.DOTALL)
_NAME = re.compile(r"\\([a-zA-Z]{2,})")
KNOWN = (
    (UNSEEN - CITING)
    | {name.lower() for name in SYMBOLS}
    | frozenset(
        """
    emph textit textbf textsc textsl texttt textsf textmd textup textnormal textrm text em it bf sc sl tt sf rm itshape bfseries
    scshape slshape upshape mdseries normalfont enquote mkbibquote mkbibemph mkbibitalic mkbibbold mkbibparens mkbibbrackets url path
    nolinkurl underline uline textsuperscript textsubscript uppercase lowercase makeuppercase makelowercase mbox hbox fbox ensuremath
    relax protect nohyphens textquotesingle textquotedbl texteuro greek cyrillic textgreek textcyrillic foreignquote
    textbullet hyphen href nobreakdash
    """.split()
    )
)
"""Commands, in small letters, of which this reading loses no word."""
_MARKS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_ENTITY = re.compile(r"\\?&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[\da-fA-F]{1,5});")
_SPECIAL = re.compile(r"[&%$#_{}]")
_ESCAPED = re.compile(
    r"\\([_%&#$~{} ])|\\textasciitilde(?:\{\}|\s+|(?![a-zA-Z]))|\$\\sim\$|\\textunderscore(?:\{\}|\s+|(?![a-zA-Z]))"
)


def plain(value: str) -> str:
    """Return the words of *value*, of LaTeX; formulas stay as typed, and so does a command's argument if nobody knows the command."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    text = _FORMULA.sub(keep, value.replace("\ue000", "").replace("\ue001", ""))
    text = _ACCENT.sub(_accented, text)
    text = _UNSEEN.sub(lambda match: "" if match[1].lower() in UNSEEN else match[0], text)
    text = _COMMAND.sub(_symbol, text)
    for typed, mark in _MARKS:
        text = text.replace(typed, mark)
    text = re.sub(r"[{}]", "", text.replace("~", "\xa0")).translate(_ESCAPES)
    text = re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text)
    return composed(" ".join(text.split(" ")).strip())


_ESCAPES = {0xE002: "{", 0xE003: "}", 0xE004: "~"}


def balanced(value: str) -> str:
    """Return *value*, of LaTeX that was cut off, without a command that may be half of one, and with its braces closed."""
    depth, end = 0, len(value)
    for mark in re.finditer(r"\\(?:[a-zA-Z]+|[\s\S]|$)|[{}]", value):
        depth = max(0, depth + {"{": 1, "}": -1}.get(mark[0], 0))
        if mark.end() == end and re.fullmatch(r"\\[a-zA-Z]*", mark[0]):
            end = mark.start()
    return value[:end] + "}" * depth


_LINK = re.compile(r"\\href\s*\{((?:[^{}\\]|\\.)*+)\}\s*(?=\{)")


def links(value: str) -> list[tuple[str, int]]:
    r"""Return the address of each ``\href`` in *value*, and the place behind its words."""
    return [(unescaped(match[1]), _end_of_group(value, match.end())) for match in _LINK.finditer(value)]


def without_links(value: str) -> str:
    r"""Return *value* with the words of each ``\href`` alone, in their braces."""
    return _LINK.sub("", value)


def _end_of_group(value: str, start: int) -> int:
    """Return the place behind the braces that open at *start*, or the end."""
    depth = 0
    for brace in re.finditer(r"\\[\s\S]|[{}]", value[start:]):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return start + brace.end()
    return len(value)


def unknown_command(value: str) -> str:
    """Return the first command in *value* that isn't known to print just its argument or a sign; nothing if there is none."""
    typed = _FORMULA.sub("", value)
    return next((f"\\{name}" for name in _NAME.findall(typed) if name.lower() not in KNOWN), "")


def _accented(match: re.Match[str]) -> str:
    """Return the letter that *match* sets an accent on, with its accent; its opening brace stays."""
    base = (match[3] or match[4]).strip()
    letter = {"\\i": "i", "\\j": "j"}.get(base, base)
    return ("{" if match[3] else "") + unicodedata.normalize("NFC", letter + ACCENTS[match[1] or match[2]])


def _symbol(match: re.Match[str]) -> str:
    """Return the characters that a command is; nothing for a command that only changes how its argument looks."""
    name, sign = match.groups()
    if name:
        return SYMBOLS.get(name, "")
    if sign in "{}~":
        return {"{": "\ue002", "}": "\ue003", "~": "\ue004"}[sign]
    return "" if sign in "-/,;!:@*\"'`^=.()[]" else " " if sign in " \n\\" else sign


def composed(text: str) -> str:
    """Return *text* with each letter and its accents as one character; a dotless i under an accent is an i."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _DOTLESS.sub(lambda match: "i" if match[1] == "ı" else "j", text))


def unescaped(address: str) -> str:
    """Return *address*, an URL or a DOI, without the backslashes and braces that LaTeX would need."""
    if match := re.fullmatch(r"\s*\\(?:url|path|nolinkurl)\s*\{(.*)\}\s*", address, re.DOTALL):
        address = match[1]
    if "\\" in address or "$" in address:
        address = _ESCAPED.sub(_sign, address)
    address = _ENTITY.sub(lambda match: html.unescape(match[0].removeprefix("\\")), address)
    parts = re.sub(r"\{([^{}]?)\}", r"\1", address).split()
    return "".join(
        f" {part}" if place and part.startswith(("http:", "https:")) else part
        for place, part in enumerate(parts)
    )


def _sign(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return "_" if "underscore" in match[0] else "~"


_GREEK = """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega""".split()
FORMULAS = {
    "times": "×", "pm": "±", "cdot": "·", "infty": "∞", "circ": "°", "rightarrow": "→", "to": "→", "leftarrow": "←", "leftrightarrow": "↔",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "approx": "≈", "neq": "≠", "ne": "≠", "star": "⋆", "ast": "*", "prime": "′", "partial": "∂",
    "nabla": "∇", "varepsilon": "ε", "varphi": "φ", "vartheta": "ϑ", "varrho": "ϱ", "ell": "ℓ", "odot": "⊙", "oplus": "⊕", "perp": "⊥",
} | {
    name: unicodedata.lookup(f"GREEK SMALL LETTER {name.replace('lambda', 'lamda')}") for name in _GREEK
} | {
    name.title(): unicodedata.lookup(f"GREEK CAPITAL LETTER {name.replace('lambda', 'lamda')}") for name in _GREEK
}  # fmt: skip
"""Commands of formulas that are one character."""
_ONE_SIGN = re.compile(r"(?<!\\)\$\s*\{?\\([a-zA-Z]+)\}?\s*\$")
_OTHER_FORMULA = re.compile(r"\\ensuremath\s*\{([^{}$]+)\}|\\\(((?:[^$\\]|\\(?!\)))+)\\\)")
"""Formulas in two forms other than that of dollar signs."""
_RAISED = re.compile(r"(?<!\\)\$\s*(?:\{\})?([_^])\s*(?:\{([^{}$\\]+)\}|([^\s{}$\\]))\s*\$")


def without_small_formulas(value: str) -> str:
    r"""Return *value* with a character for a formula that is just one, ``$\alpha$``, and raised and lowered text as such: ``H$_2$O``."""
    value = _OTHER_FORMULA.sub(lambda match: f"${match[1] or match[2]}$", value)
    if "$" not in value:
        return value
    text = _ONE_SIGN.sub(lambda match: FORMULAS.get(match[1], match[0]), value)
    return _RAISED.sub(
        lambda match: f"\\text{'super' if match[1] == '^' else 'sub'}script{{{match[2] or match[3]}}}", text
    )


def without_entities(value: str) -> str:
    r"""Return *value* with HTML's entities, which Crossref leaves in BibTeX (``{\&amp;}``), as LaTeX."""
    if "&" not in value or ";" not in value:
        return value

    def character(match: re.Match[str]) -> str:
        read = html.unescape(match[0].removeprefix("\\"))
        return match[0] if read.endswith(";") else _SPECIAL.sub(r"\\\g<0>", read)

    return _ENTITY.sub(character, value)
