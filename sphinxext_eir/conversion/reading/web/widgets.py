"""What sites put between an author's paragraphs: links to their other articles, ratings, counts of comments, buttons to share by.

They are told by the words of each language, whatever their elements are called, and only where nothing of the author stands in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ....text.patterns import any_of
from ....text.vocabularies import patterns, words
from .article import is_called_furniture, with_all_above
from .tree import BLOCKS, Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 40
"""Words. A longer block is none of these, but for a list of links."""
_NETWORKS = any_of(
    "Facebook Twitter X WhatsApp Telegram LinkedIn Pinterest Reddit Tumblr Mastodon Bluesky Threads Pocket VK ВКонтакте "
    "Instagram YouTube TikTok Email E-mail Mail WeChat 微信 Weibo 微博 LINE Tweet Xing Messenger".split()
)
_OVER_LINKS = re.compile(rf"{any_of(words('other_articles'))}[\s:：…!?！？|·•,;/»→>–-]*", re.IGNORECASE)
_OF_READERS = re.compile(rf"(?:{'|'.join(patterns('of_readers_patterns'))})\s*[:：…]*", re.IGNORECASE)
_SHARING = re.compile(
    rf"{any_of(words('share'))}(?:\s\w{{1,3}})?\s?(?:[:：…]|[:：]?(?:[\s,|·/•]*{_NETWORKS}\b)+)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(rf"{any_of(words('follow'))}\b.{{0,40}}?\b{_NETWORKS}\b.{{0,60}}", re.IGNORECASE)
_RATING = re.compile(
    r"""(?:[^\W\d_]+(?:\s?:\s?|\s)){0,3}                # Valoración media:
        \d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:5|10)\s?       # 4,5/5
        [(\[]\d[\d.,]*\s[^\W\d_]+[)\]]                  # (12 votos)
    """,
    re.VERBOSE,
)
_SHARER = re.compile(
    r"""  facebook\.com/(?:sharer|share\.php|dialog/share) | (?:twitter|x)\.com/(?:intent|share)\b
        | linkedin\.com/(?:shareArticle|sharing) | (?:wa\.me/\?|(?:api|web)\.whatsapp\.com/send|whatsapp://send)
        | (?:t|telegram)\.me/share | reddit\.com/submit | pinterest\.\w+/pin/create | vk\.com/share | tumblr\.com/(?:widgets/)?share
        | b\.hatena\.ne\.jp/(?:entry|add) | (?:line\.me|lineit\.line\.me|social-plugins\.line\.me)/ | mailto:\?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses by which an article is shared."""


def find_widgets(article: Node, words_in: Mapping[Node, int], address: str) -> frozenset[Node]:
    """Return the blocks of an *article* at an *address* that its site put there, given how many words are in each element."""
    found: set[Node] = set()
    site = _host(address)
    nodes = list(article.walk())
    pictured = with_all_above(node for node in nodes if node.tag == "img")
    for node in nodes:
        if node.tag not in BLOCKS or node is article or words_in.get(node, 0) > _LONGEST:
            continue
        if not words_in.get(node, 0) and node not in pictured:
            continue
        said = node.said()
        if _is_widget(node, said) or _leads_on(node, said, site) or _is_aside(node, site) or _is_tags(node):
            found.add(node)
        elif _OVER_LINKS.fullmatch(said):
            lists = list(_lists_below(node, article, site, words_in))
            found.update([node, *lists] if lists else [])
    for line in _loose_lines(article):
        said = line.said()
        if 0 < len(said.split()) <= _LONGEST and (_is_widget(line, said) or _leads_on(line, said, site)):
            found.update(line.children)
    return frozenset(found)


def _loose_lines(article: Node) -> Iterator[Node]:
    """Yield what stands between breaks, outside of paragraphs, as a paragraph: so the classic editor of WordPress writes them."""
    for above in {node.parent: None for node in article.walk() if node.tag == "br"}:
        if above is None or above.tag in _PARAGRAPHS:
            continue
        line, breaks = Node("p", {}, None), 0
        for child in above.children:
            if child.tag == "br" or child.tag in BLOCKS:
                breaks += 2 if child.tag in BLOCKS else 1
            elif child.tag or child.text.strip():
                if breaks > 1:
                    yield line
                    line = Node("p", {}, None)
                line.children.append(child)
                breaks = 0
        yield line


_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"))
"""Elements whose breaks end a line, and no paragraph."""


def _is_widget(node: Node, said: str) -> bool:
    """Say if *node*, in which *said* stands, is a line about readers, a rating, or a row of buttons."""
    if any(line.fullmatch(said) for line in (_OF_READERS, _RATING, _SHARING, _FOLLOWING)):
        return True
    links = [inner.get("href") for inner in node.walk() if inner.tag == "a"]
    return bool(links) and all(map(_SHARER.search, links)) and not _unlinked(node)


def _leads_on(node: Node, said: str, site: str) -> bool:
    """Say if *node* is one line that leads to other articles: ``Leia também: O outro porto``."""
    before = _OVER_LINKS.match(said)
    return bool(
        before
        and before.end() < len(said)
        and _OVER_LINKS.fullmatch(_unlinked(node))
        and _links_within(node, site)
    )


def _is_aside(node: Node, site: str) -> bool:
    """Say if *node* stands beside the text, and has nothing but links to other pages of the *site*, and what says so."""
    return (
        node.tag == "aside"
        and (not (said := _unlinked(node)) or bool(_OVER_LINKS.fullmatch(said)))
        and _links_within(node, site)
    )


def _is_tags(node: Node) -> bool:
    """Say if *node* has nothing but the tags of the article, and what says so (microformats.org, "rel-tag"): ``Tagged Ports, Debt``."""
    links = [inner for inner in node.walk() if inner.tag == "a"]
    return (
        bool(links)
        and all("tag" in link.get("rel").lower().split() for link in links)
        and len(re.findall(r"\w+", _unlinked(node))) <= _WORDS_BEFORE_TAGS
    )


_WORDS_BEFORE_TAGS = 4
"""``Categorized as``, ``tagged with``."""


def _lists_below(heading: Node, article: Node, site: str, words_in: Mapping[Node, int]) -> Iterator[Node]:
    """Yield the blocks under a *heading* that are furniture, or nothing but links to other pages of the *site*."""
    node = heading
    while (
        node.parent is not None and node.parent is not article and words_in[node.parent] == words_in[heading]
    ):
        node = node.parent
    assert node.parent is not None
    for other in node.parent.children[node.parent.children.index(node) + 1 :]:
        if other in words_in or other.text.strip():
            only_links = other.tag in BLOCKS and not _unlinked(other) and _links_within(other, site)
            if not (only_links or is_called_furniture(other)):
                return
            yield other


def _unlinked(node: Node) -> str:
    """Return the words of *node* outside of links and dates; none if signs are all that stands there."""
    parts: list[str] = []
    within = -1  # the place of the last node of the link, date or hidden element that was come to
    for inner in node.walk():
        if inner.order <= within:
            continue
        if inner.tag in ("a", "time") or inner.hidden:
            within = inner.last
        elif not inner.tag:
            parts.append(inner.text)
    said = " ".join(" ".join(parts).split())
    return said if any(character.isalnum() for character in said) else ""


def _links_within(node: Node, site: str) -> bool:
    """Say if *node* has links, all of them to other pages of the *site*."""
    links = [inner.get("href").strip() for inner in node.walk() if inner.tag == "a"]
    return bool(links) and all(link and link[:1] != "#" and _host(link) in ("", site) for link in links)


def _host(address: str) -> str:
    """Return the host of an *address*; nothing for one within its site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return parts.netloc.lower().removeprefix("www.") or (address if parts.scheme else "")
