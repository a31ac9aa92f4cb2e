"""Films and recordings by their addresses: files, and the services whose players a page can hold."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from urllib.parse import SplitResult

VIDEO, AUDIO = "video", "audio"
KINDS = (VIDEO, AUDIO)

SUFFIXES = {
    **dict.fromkeys((".mp4", ".m4v", ".webm", ".ogv", ".mov"), VIDEO),
    **dict.fromkeys((".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav"), AUDIO),
}
"""Suffixes of files that browsers play → their kind."""


class Media(NamedTuple):
    """A film or recording that an address names."""

    kind: str
    """One of :data:`KINDS`; nothing if the address doesn't say."""
    address: str
    """Where a reader finds it: a page, a file on the web, or a path in the project."""
    service: str = ""
    """Who has it: the name of a service, or a host; nothing for a file of the project."""
    player: str = ""
    """The address of the service's player, to be put into a page; nothing for a file."""

    @property
    def is_local(self) -> bool:
        """Say if it is a file of the project."""
        return not self.service


def media_of(address: str) -> Media | None:
    """Return what *address* names; nothing if it is no address of the web, and no path, that a browser could follow."""
    try:
        split = urlsplit(address)
        host = (split.hostname or "").removeprefix("www.").removeprefix("m.")
        _port = split.port  # which may be no number
    except ValueError:
        return None
    if split.scheme and split.scheme not in ("http", "https"):
        return None
    if not split.scheme:
        return None if address.startswith("//") else Media(kind_of(address), address)
    if not host:
        return None
    for hosts, read in _SERVICES.items():
        if host in hosts and (found := read(split)):
            return found
    return _peertube(split) or Media(kind_of(split.path), address, host)


def kind_of(path: str) -> str:
    """Return the kind of the file at *path* by its suffix; nothing if it isn't known."""
    return SUFFIXES.get(PurePosixPath(unquote(path)).suffix.lower(), "")


_YOUTUBE = re.compile(r"/(?:embed|shorts|live|v)/(?P<id>[\w-]{6,})/?")
_VIMEO = re.compile(
    r"""/ (?: [a-z]+ / (?: [^/]+ / (?: videos?/ )? )? )?   # channels/staffpicks/, album/1/video/, video/
        (\d+) (?: / ([0-9a-f]+) )? /?""",
    re.VERBOSE,
)
_PEERTUBE = re.compile(
    r"""/ (?: w | videos/(?:watch|embed) ) /
        (?P<id> [0-9A-Za-z]{22} | [0-9a-f-]{36} ) /?""",
    re.VERBOSE,
)
_TIME = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?")


def _youtube(split: SplitResult) -> Media | None:
    """Return a film on YouTube, played by its host without cookies (YouTube Help, "Embed videos", *privacy-enhanced mode*)."""
    query = parse_qs(split.query)
    found = _YOUTUBE.fullmatch(split.path)
    if found:
        name = found["id"]
    elif split.hostname and split.hostname.endswith("youtu.be"):
        name = split.path.strip("/")
    else:
        name = query.get("v", [""])[0] if split.path.rstrip("/") == "/watch" else ""
    if not re.fullmatch(r"[\w-]{6,}", name, re.ASCII):
        return None
    start = _seconds(query.get("t", query.get("start", [""]))[0] or _of_fragment(split.fragment))
    page = f"https://www.youtube.com/watch?v={name}" + (f"&t={start}s" if start else "")
    player = f"https://www.youtube-nocookie.com/embed/{name}?autoplay=1" + (
        f"&start={start}" if start else ""
    )
    return Media(VIDEO, page, "YouTube", player)


def _vimeo(split: SplitResult) -> Media | None:
    """Return a film on Vimeo, whose player is asked not to track (Vimeo, "Player parameters", *dnt*)."""
    found = _VIMEO.fullmatch(split.path)
    if not found:
        return None
    name = found[1]
    secret = found[2] or parse_qs(split.query).get("h", [""])[0]
    secret = secret if re.fullmatch("[0-9a-f]+", secret) else ""
    start = _seconds(_of_fragment(split.fragment))
    later = f"#t={start}s" if start else ""
    page = f"https://vimeo.com/{name}" + (f"/{secret}" if secret else "") + later
    player = f"https://player.vimeo.com/video/{name}?autoplay=1&dnt=1"
    return Media(VIDEO, page, "Vimeo", player + (f"&h={secret}" if secret else "") + later)


def _peertube(split: SplitResult) -> Media | None:
    """Return a film on an instance of PeerTube, whoever runs it: they have one form of addresses (PeerTube, "Embed API")."""
    found = _PEERTUBE.fullmatch(split.path)
    if not found:
        return None
    start = _seconds(parse_qs(split.query).get("start", [""])[0])
    base = f"https://{split.netloc.rpartition('@')[2]}"
    later = f"start={start}s" if start else ""
    page = f"{base}/w/{found['id']}" + (f"?{later}" if later else "")
    player = f"{base}/videos/embed/{quote(found['id'])}?autoplay=1&p2p=0" + (f"&{later}" if later else "")
    return Media(VIDEO, page, str(split.hostname), player)


_SERVICES: Mapping[tuple[str, ...], Callable[[SplitResult], Media | None]] = {
    ("youtube.com", "youtu.be", "youtube-nocookie.com", "music.youtube.com"): _youtube,
    ("vimeo.com", "player.vimeo.com"): _vimeo,
}


def _of_fragment(fragment: str) -> str:
    return parse_qs(fragment).get("t", [""])[0]


def _seconds(typed: str) -> int:
    """Return a moment, typed as ``90``, ``90s`` or ``1m30s``, in seconds; zero if there is none."""
    found = _TIME.fullmatch(typed)
    hours, minutes, seconds = (
        (int(part or 0) for part in found.groups()) if found and len(typed) < 12 else (0, 0, 0)
    )
    return hours * 3600 + minutes * 60 + seconds
