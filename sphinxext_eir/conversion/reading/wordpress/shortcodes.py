"""Shortcodes, ``[caption]…[/caption]``, as the HTML that WordPress and its plugins make of them.

WordPress replaces the names that it knows and leaves all other brackets alone (Shortcode API). Here those of WordPress and of plugins
for notes, code, formulas and films have their meaning. Another one leaves out its tags, is named, and keeps what stands in it.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..web.tree import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .records import Attachment

_TOKEN = re.compile(
    r"""  (?P<comment> <!-- )
        | (?P<raw> <(?P<element>pre|code|script|style|textarea)\b[^<>]*> )    # where brackets are themselves
        | (?P<tag> </?[a-zA-Z][^<>]*> )
        | (?P<escaped> \[(?P<inner>\[ /?[a-zA-Z][\w-]*(?:\s[^\[\]]*)? \])\] )
        | (?P<shortcode> \[ (?P<closing>/?) (?P<name>[a-zA-Z][\w-]*) (?P<arguments>(?:[\s=][^\[\]]*)?) (?P<void>/?) \] )
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_ARGUMENT = re.compile(
    r"""  (?P<name>[\w-]+) \s*=\s*
          (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | [“”″](?P<curly>[^“”″]*)[“”″] | (?P<bare>[^\s"'“”″]+) )
        | "(?P<quoted>[^"]*)" | (?P<word>\S+)
    """,
    re.VERBOSE,
)

_NOTES = frozenset("ref footnote fn note efn_note efn mfn modern_footnote endnote sidenote afn".split())
"""Notes within the sentence: Simple Footnotes, Easy Footnotes, Modern Footnotes and others."""
_CODE = frozenset(
    "code sourcecode source php python html css js javascript java bash sql xml ruby text plain".split()
)
"""Code as WordPress.com and SyntaxHighlighter have it."""
_FORMULAS = frozenset("latex tex math katex mathjax".split())
_QUOTES = {
    "quote": "",
    "blockquote": "",
    "pullquote": "pullquote",
    "pull_quote": "pullquote",
    "pull-quote": "pullquote",
}
"""Quotations, and the class by which a pull quote is known."""
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "ted": "https://www.ted.com/talks/{}",
    "gist": "https://gist.github.com/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    **dict.fromkeys(
        "soundcloud slideshare googlemaps tweet twitter facebook flickr scribd spotify bandcamp wpvideo".split(),
        "",
    ),
}
"""What shows something from elsewhere, and the address of a thing that is named by its number alone."""
_PLACES = frozenset(
    "toc footnotes reflist references efn_reference more nextpage mfn_list contact-form contents".split()
)
"""What stands for something that the page makes itself: nothing is lost with it."""
_MEDIA = ("src", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "mp3", "m4a", "ogg", "wav", "wma", "flac")
_MARKUP = re.compile(
    r"""<(?! /?
            (?: a | abbr | b | br | code | del | em | font | i | ins | kbd | mark | p | pre | s | samp | small | span
              | strong | sub | sup | tt | u | var
            )\b
        )
        [a-zA-Z/?!]
    """,
    re.VERBOSE,
)
"""What can't stand in code but as code: tags that aren't those of words set off."""
_IMAGE = re.compile(r"(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_NUMBERED_NOTE = re.compile(r"\[(\d{1,3})\.\s+((?:[^\[\]]|\[[^\[\]]*\])+)\]")
"""A note of FD Footnotes: ``[1. See Krasner.]``"""
_DOUBLE = re.compile(r"[ \t]?\(\(((?:[^\s()]+\s+){2,}[^()]*)\)\)")
"""A note of Footnotes or Footnotes Made Easy: ``((See Krasner.))``"""


_DEEPEST = 50
"""Shortcodes in one another. The content of each is read again for those around it."""


@dataclass
class Expanded:
    """What a text became."""

    text: str = ""
    notes: list[str] = field(default_factory=list)
    """Notes that stood in the text, as HTML."""
    unknown: Counter[str] = field(default_factory=Counter)
    """Names that have no meaning here."""
    doubled: int = 0
    """Notes in ``((double brackets))``."""
    scripts: int = 0
    """Scripts that were left out."""
    absent: int = 0
    """Galleries whose pictures the export doesn't have."""


def expand(text: str, attachments: Sequence[Attachment] = ()) -> Expanded:
    """Return a post's *text*, with HTML for its shortcodes."""
    return _Expander(attachments).run(text)


@dataclass
class _Frame:
    """A shortcode whose end is still to come, and what was read of it."""

    name: str
    arguments: dict[str, str]
    typed: str
    starts_line: bool
    parts: list[str] = field(default_factory=list)


class _Expander:
    """Goes through a text once, from shortcode to shortcode."""

    def __init__(self, attachments: Sequence[Attachment]) -> None:
        self.attachments = {attachment.number: attachment for attachment in attachments}
        self.done = Expanded()
        self.stack = [_Frame("", {}, "", starts_line=True)]

    def run(self, text: str) -> Expanded:
        """Expand *text*."""
        tokens = list(_tokens(text))
        closers = Counter(token["name"].lower() for token, _ in tokens if token["closing"])
        place = 0
        verbatim = ""
        for token, end in tokens:
            name = (token["name"] or "").lower()
            if token["closing"]:
                closers[name] -= 1
            if verbatim and not (token["closing"] and name == verbatim):
                continue
            if not verbatim:
                self._add(self._with_typed_notes(text[place : token.start()]))
            else:
                self._add(text[place : token.start()])
            place, verbatim = end, ""
            if token["escaped"]:
                self._add(token["inner"])
            elif token["raw"]:
                self._add(self._raw(token["element"].lower(), text[token.start() : end]))
            elif not name:
                self._add(text[token.start() : end])
            elif token["closing"]:
                self._close(name, token[0])
            elif self._has_end(token, closers[name]):
                if _is_code(name):
                    verbatim = name
                self._open(name, token)
            else:
                self._void(name, token)
        self._add(text[place:] if verbatim else self._with_typed_notes(text[place:]))
        while len(self.stack) > 1:
            self._unclosed()
        self.done.text = "".join(self.stack[0].parts)
        return self.done

    def _has_end(self, token: re.Match[str], ends: int) -> bool:
        """Say if a shortcode has content, where so many *ends* of its name are still to come."""
        if token["void"] or token["name"].lower() in ("gallery", "playlist"):
            return False
        return ends > 0 and len(self.stack) <= _DEEPEST

    def _add(self, text: str) -> None:
        """Put *text* where the way through has come to."""
        self.stack[-1].parts.append(text)

    def _line_so_far(self) -> str:
        """Return what stands on the line before this place, as far as it was added last."""
        return next((part for part in reversed(self.stack[-1].parts) if part), "\n")

    def _raw(self, element: str, typed: str) -> str:
        """Return an *element* in which brackets are themselves; code may have been typed into it as it is."""
        start, end = typed.index(">") + 1, typed.rindex("<")
        head, words = typed[:start], typed[start:end]
        if element == "script":
            source = re.search(r"""src\s*=\s*["']([^"']+)""", head)
            if source and "gist.github.com" in source[1]:
                return f'<iframe src="{source[1]}"></iframe>'
            self.done.scripts += 1
            return ""
        if element not in ("pre", "code") or not (
            _MARKUP.search(words) and ("\n" in words or " lang" in head)
        ):
            return f"<pre>\n{words}</pre>" if " lang" in head and "\n" in words else typed
        words = words.replace("<", "&lt;")
        return f"<pre>\n{words}</pre>" if "\n" in words else f"{head}{words}</{element}>"

    # Tags

    def _open(self, name: str, token: re.Match[str]) -> None:
        """Begin a shortcode that has an end."""
        before = self._line_so_far().rstrip(" \t")
        starts = before.endswith(("\n", "-->", "<p>", "</p>", "<div>"))
        self.stack.append(_Frame(name, _arguments(token["arguments"]), token[0], starts))

    def _close(self, name: str, typed: str) -> None:
        """End a shortcode; the end of none is text."""
        if not any(frame.name == name for frame in self.stack[1:]):
            self._add(typed if not _is_known(name) else _left_out(typed))
            return
        while self.stack[-1].name != name:
            self._unclosed()
        frame = self.stack.pop()
        self._add(self._made(frame, "".join(frame.parts), typed))

    def _unclosed(self) -> None:
        """Take a shortcode that never ends for one without content."""
        frame = self.stack.pop()
        self._add(self._made(frame, None, ""))
        self.stack[-1].parts += frame.parts

    def _void(self, name: str, token: re.Match[str]) -> None:
        """Read a shortcode without content, or brackets that are none."""
        arguments = _arguments(token["arguments"])
        named = any(key.isidentifier() or "-" in key for key in arguments if not key.isdecimal())
        if _is_known(name) or named or token["void"]:
            self._add(self._made(_Frame(name, arguments, token[0], starts_line=False), None, ""))
        else:
            self._add(token[0])

    # Meanings

    def _made(self, frame: _Frame, content: str | None, end: str) -> str:
        """Return the HTML for a shortcode with a *content*, or without."""
        name, arguments = frame.name, frame.arguments
        for names, make in _MEANINGS:
            if (name in names or (names is _CODE and _is_code(name))) and (
                made := make(self, frame, content)
            ) is not None:
                return made
        if name not in _PLACES:
            self.done.unknown[name] += 1
        said = _left_out(frame.typed)
        del arguments
        return said if content is None else said + content + _left_out(end)

    def _caption(self, frame: _Frame, content: str | None) -> str | None:
        """Return a picture with its caption (``img_caption_shortcode()``)."""
        image = _IMAGE.search(content or "")
        if content is None or image is None:
            return None
        words = frame.arguments.get("caption") or content[image.end() :]
        rest = content[image.end() :] if frame.arguments.get("caption") else ""
        return f"<figure>{content[: image.start()]}{image[0]}<figcaption>{words}</figcaption></figure>{rest}"

    def _gallery(self, frame: _Frame, _content: str | None) -> str | None:
        """Return the pictures of a gallery: those that it names, or those that were uploaded to the post."""
        named = re.findall(r"\d+", frame.arguments.get("ids") or frame.arguments.get("include") or "")
        shown = (
            [self.attachments[one] for one in named if one in self.attachments]
            if named
            else list(self.attachments.values())
        )
        if not shown:
            self.done.absent += 1
            return _left_out(frame.typed)
        return "".join(_figure(one) for one in shown)

    def _medium(self, frame: _Frame, content: str | None) -> str | None:
        """Return sound or film."""
        address = next((frame.arguments[key] for key in _MEDIA if frame.arguments.get(key)), "") or _address(
            frame, content
        )
        return (
            f'<{frame.name} src="{html.escape(html.unescape(address))}"></{frame.name}>' if address else None
        )

    def _embed(self, frame: _Frame, content: str | None) -> str | None:
        """Return something from elsewhere."""
        address = _address(frame, content)
        if not address:
            thing = re.sub(
                r"^=|&.*",
                "",
                frame.arguments.get("id") or frame.arguments.get("0") or (content or "").strip(),
            )
            form = _FILMS.get(frame.name, "")
            address = form.format(thing) if form and re.fullmatch(r"[\w/.-]+", thing) else ""
        return f'<iframe src="{html.escape(html.unescape(address))}"></iframe>' if address else None

    def _note(self, frame: _Frame, content: str | None) -> str | None:
        """Return the reference to a note; a note at the beginning of a line is a box."""
        if content is None or not content.strip():
            return None
        if frame.name == "note" and frame.starts_line:
            return f"<blockquote>{content}</blockquote>"
        return self.reference(content)

    def reference(self, content: str) -> str:
        """Keep a note, and return the reference to it."""
        self.done.notes.append(content)
        n = len(self.done.notes)
        return f'<sup><a id="eir-fnref-{n}" href="#eir-fn-{n}">{n}</a></sup>'

    def _code(self, _frame: _Frame, content: str | None) -> str | None:
        """Return code, whose brackets may be typed as they are."""
        if content is None:
            return None
        escaped = re.search(r"&(?:lt|gt|amp|quot|#\d+);", content)  # as the editor does, though not each <
        typed = content.replace("<", "&lt;") if escaped else html.escape(content, quote=False)
        return f"<pre>\n{typed}</pre>"

    def _formula(self, _frame: _Frame, content: str | None) -> str | None:
        """Return a formula in TeX."""
        return _math(content) if content and content.strip() else None

    def _quote(self, frame: _Frame, content: str | None) -> str | None:
        """Return a quotation, or a pull quote."""
        name = _QUOTES[frame.name]
        return f'<blockquote class="{name}">{content}</blockquote>' if content else None

    # Notes without a name

    def _with_typed_notes(self, text: str) -> str:
        """Return a stretch of *text* with its formulas and the notes that are typed in brackets."""
        text = _FORMULA.sub(lambda match: _math(match[1]), text) if "$latex" in text else text
        if "((" in text:
            text = _DOUBLE.sub(self._doubled, text)
        return _NUMBERED_NOTE.sub(self._numbered, text) if "[1" in text or self.done.notes else text

    def _doubled(self, match: re.Match[str]) -> str:
        self.done.doubled += 1
        return self.reference(match[1])

    def _numbered(self, match: re.Match[str]) -> str:
        return self.reference(match[2]) if int(match[1]) == len(self.done.notes) + 1 else match[0]


def _tokens(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield tags, comments and shortcodes with the places where they end; an element whose content is raw is one."""
    small = text.lower()
    absent: set[str] = set()
    place = 0
    while match := _TOKEN.search(text, place):
        place = match.end()
        closer = "-->" if match["comment"] else f"</{match['element'].lower()}>" if match["raw"] else ""
        if closer in absent:
            continue
        if closer:
            found = small.find(closer, place)
            if found < 0:
                absent.add(closer)
                continue
            place = found + len(closer)
        yield match, place


_FORMULA = re.compile(r"\$latex[\s{](.+?)\$", re.DOTALL)
"""WordPress.com: "Beautiful math with LaTeX"."""

_Make = "Callable[[_Expander, _Frame, str | None], str | None]"
_MEANINGS: tuple[
    tuple[frozenset[str] | Mapping[str, str], Callable[[_Expander, _Frame, str | None], str | None]], ...
] = (
    (frozenset(("caption", "wp_caption")), _Expander._caption),  # noqa: SLF001 - of the same module
    (frozenset(("gallery", "playlist")), _Expander._gallery),  # noqa: SLF001
    (frozenset(("audio", "video")), _Expander._medium),  # noqa: SLF001
    (frozenset(("embed",)), _Expander._embed),  # noqa: SLF001
    (_FILMS, _Expander._embed),  # noqa: SLF001
    (_NOTES, _Expander._note),  # noqa: SLF001
    (_CODE, _Expander._code),  # noqa: SLF001
    (_FORMULAS, _Expander._formula),  # noqa: SLF001
    (_QUOTES, _Expander._quote),  # noqa: SLF001
)
"""Names, and what makes HTML of them; where it makes nothing, the shortcode is one that isn't known."""


def _is_code(name: str) -> bool:
    """Say if a shortcode of this *name* holds code; CodeColorer's have letters for how it looks: ``[ccnle_php]``."""
    return name in _CODE or re.fullmatch(r"cc[a-z]{0,6}_[a-z0-9_]+|cc[in]?", name) is not None


def _is_known(name: str) -> bool:
    """Say if a shortcode of this *name* may stand by itself: what it means is known, and no author types it as a word in brackets."""
    return (
        name in _PLACES
        or name in _FILMS
        or name in ("gallery", "playlist", "audio", "video", "embed", "caption", "wp_caption")
    )


def _arguments(text: str) -> dict[str, str]:
    """Return the arguments of a shortcode: by name or, without one, by number (``shortcode_parse_atts()``)."""
    found: dict[str, str] = {}
    unnamed = 0
    for match in _ARGUMENT.finditer(html.unescape(text)):
        if match["name"]:
            value = next(
                match[kind] for kind in ("double", "single", "curly", "bare") if match[kind] is not None
            )
            found.setdefault(match["name"].lower(), value)
        else:
            found[str(unnamed)] = match["quoted"] if match["quoted"] is not None else match["word"]
            unnamed += 1
    return found


def _address(frame: _Frame, content: str | None) -> str:
    """Return the address that a shortcode has: as an argument, or as its content."""
    said = [*frame.arguments.values(), re.sub(r"<[^<>]*>", " ", content or "")]
    return next((match[0] for text in said if (match := re.search(r"https?://[^\s\"'<>\]]+", text))), "")


def _left_out(typed: str) -> str:
    """Return the tag of a shortcode as what is left out."""
    return f"<{LEFT_OUT}>{html.escape(typed)}</{LEFT_OUT}>" if typed else ""


def _math(tex: str) -> str:
    """Return a formula."""
    return f'<math alttext="{html.escape(html.unescape(tex.strip()))}"></math>'


def _figure(attachment: Attachment) -> str:
    """Return a picture of the media library."""
    image = f'<img src="{html.escape(attachment.address)}" alt="{html.escape(attachment.description)}">'
    caption = f"<figcaption>{attachment.caption}</figcaption>" if attachment.caption else ""
    return f"<figure>{image}{caption}</figure>"


def named(unknown: Counter[str]) -> Iterator[str]:
    """Yield a message for each shortcode that isn't known."""
    for name, count in unknown.items():
        times = f" ({count} times)" if count > 1 else ""
        yield f"the shortcode [{name}]{times} isn't known: what stands in it was kept, what it makes is missing"
