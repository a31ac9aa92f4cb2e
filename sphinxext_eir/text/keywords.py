"""Keywords that are the same subject, and keywords that nearly are."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from unicodedata import normalize

from .identifiers import is_device

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def folded(keyword: str) -> str:
    """Return *keyword* as it is compared: capitals, hyphens and spaces make no difference, nor do accents typed apart from letters."""
    return " ".join(re.split(r"[-‐‑_\s]+", normalize("NFC", keyword.casefold()))).strip()


def file_name(subject: str) -> str:
    """Return the name of a file for a *subject*, which is folded: no two subjects have the same, nor has a kind of article."""
    name = re.sub(r"[^\w]+", "-", subject).strip("-")
    if name == subject.replace(" ", "-") and not name.startswith("kind-") and not is_device(name):
        return name
    return f"{name}-{hashlib.sha256(subject.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}".lstrip("-")


def spellings(keywords: Iterable[str]) -> dict[str, str]:
    """Return subject → its spelling in most articles; of two that are as frequent, the first by the alphabet."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for keyword in keywords:
        found[folded(keyword)][keyword] += 1
    return {
        subject: min(counts, key=lambda spelling: (-counts[spelling], spelling))
        for subject, counts in sorted(found.items())
        if subject
    }


def doubt(keyword: str, spelled: Mapping[str, str]) -> str:
    """Return how the others spell *keyword*: otherwise, or in the plural or singular; nothing if they spell it so."""
    subject = folded(keyword)
    if (usual := spelled.get(subject, keyword)) != keyword:
        return usual
    return next((spelled[other] for other in _numbers(subject) if other in spelled), "")


def _numbers(subject: str) -> list[str]:
    """Return what may be the singular of *subject*, in English."""
    if subject.endswith("ies"):
        return [f"{subject[:-3]}y"]
    if subject.endswith("es"):
        return [subject[:-1], subject[:-2]]
    return [subject[:-1]] if subject.endswith("s") and not subject.endswith("ss") else []
