"""The names that pages give to their parts: classes, ids and roles, as tables."""

from __future__ import annotations

import re
from functools import lru_cache

_FURNITURE = (
    "nav|navbar|navigation|menu|menubar|breadcrumbs?|sidebar|side-bar|widgets?|widget-area|masthead|banner|"
    "comments?|commentlist|comment-respond|respond|disqus|replies|reactions|divforum|forum-fil|formulaire_forum|"
    "related|related-?(?:posts?|articles?|content|stories|links)|jp-relatedposts|yarpp|recommend(?:ed|ations?)?|more-(?:from|stories|like|on)|"
    "read-?(?:next|more)|up-next|trending|most-(?:read|popular)|popular-posts|recent-posts|recirc|"
    "share|sharing|sharedaddy|shares|share-?(?:bar|buttons?|tools|links?)|social|social-?(?:share|links?|media|icons?|buttons?|bar)|addtoany|a2a|addthis|"
    "follow|follow-us|subscribe|subscription|newsletter|signup|sign-up|mailing-list|paywall|"
    "promo|promotion|promoted|sponsored|sponsor|advert|advertisement|ads?|ad-(?:container|slot|wrapper)|adsbygoogle|outbrain|taboola|"
    "cookie|cookies|cookie-?(?:banner|notice|consent)|consent|gdpr|popup|modal|overlay|"
    "pagination|pager|post-navigation|nav-links|nav-previous|nav-next|nextpage|prev-next|skip-link|skip-?to-?content|screen-reader-text|"
    "site-(?:header|footer|nav|title|description|info|branding)|page-footer|global-(?:header|footer|nav)|footer-widgets?|colophon|"
    "kg-signup-card|kg-email-cta-card|gh-post-upgrade-cta|gh-subscribe|gh-read-next|footer-cta|"
    "(?:article|post-card|gh-article|post-card-primary)-tags?|"
    "tags|tag-links|cat-links|post-tags|entry-tags|post-categories|tagcloud|"
    "print|printfriendly|toolbar|tool-?bar|tools|article-tools|"
    "donate|donation|support-us|rating|ratings|votes?|wpulike|"
    "toc|table-of-contents|ez-toc-container|lwptoc|toc_container|editsection|mw-editsection|navbox|catlinks|printfooter|"
    "edit-(?:link|page)|post-edit-link|header-anchor|headerlink|anchor-link|"
    "sr-only|visually-hidden|visuallyhidden|login|loginform|searchform|search-form|search-box|"
    "hidden|noprint|mobile-only"
)
"""Names of what stands around articles on the sites of the world."""

_META = "byline|by-line|author|authors|post-author|entry-author|entry-meta|post-meta|article-meta|postmeta|meta|posted-on|dateline|post-date|entry-date|published|pubdate|timestamp|author-name|vcard|date"
"""Names of lines that say who wrote an article, and when."""

_NOTES = (
    "footnotes?|end-?notes?|notes|note-list|fn|foot-?note-?(?:definitions?|list|section|wrapper|text|content|body)|footnotes-list|footdef|"
    "reflist|references|reference-list|citations?|bibliography|wp-block-footnotes|easy-footnotes-wrapper|easy-footnote-single|"
    "footnote_container_prepare|footnotes_reference_container|footnote_reference_container|doc-endnotes?|doc-footnote|rearnotes?|mso-(?:end|foot)note|sidenotes?|fna-content|"
    "footnotes-segment|notelist|ref-list"
)
_INLINE_NOTE = (
    "sidenote|side-note|marginnote|modern-footnotes-footnote__note|footnote_tooltip|footnotecontent|footnote-text-inline|inline-footnote|"
    "footnote-float|tooltip-?footnote|fn-tooltip|refbody"
)
_BACK = "footnote-back(?:ref|link)?|backref|backlink|data-footnote-backref|reversefootnote|footnote-return|footnote_backlink|easy-footnote-to-top|mw-cite-backlink|doc-backlink|footnotereverse|footnote__return|fn-back|footnote-backref"
_PULL = "wp-block-pullquote|pullquote|pull-quote|pulledquote|pull_quote|has-pullquote|pullout"
_BIOGRAPHY = "author-?(?:bio|box|info|description|card|profile)|about-?(?:the-)?authors?|abh_box|saboxplugin-wrap|entry-author-info|biography"
_CONTENT = "entry-content|post-content|article-content|article-body|articlebody|article__body|post-body|postbody|story-body|content-body|main-content|hentry|post|article|entry|content|mw-parser-output|body"
_STANDFIRST = (
    "lead|lede|lead-?text|dek|deck|stand-?first|sub-?title|sub-?head(?:line|ing)?|strap-?line|excerpt|summary|teaser|intro|intro-?text|introduction|"
    "abstract|chapo|perex|bajada|epigraph|vorspann|einleitung|ingress|entradilla|sommario|occhiello"
)
"""Names of what stands between a title and its text, and belongs to it; newspapers have them in their own languages."""
_OF_PICTURES = "\\w*caption\\w*|credits?|copyright|images?|img|photos?|pictures?|foto|bild|media|player|video|slider|slideshow|gallery|thumbnail"


def _pattern(names: str) -> re.Pattern[str]:
    """Return an expression that finds one of *names* as a whole name, or between its marks: ``site-sidebar-2``."""
    return re.compile(rf"(?<![a-z0-9])(?:{names})(?![a-z0-9])", re.IGNORECASE)


def _whole(names: str) -> re.Pattern[str]:
    """Return an expression that finds one of *names* as a name of its own."""
    return re.compile(rf"(?<!\S)(?:{names})(?:[-_]?\d+)?(?!\S)", re.IGNORECASE)


FURNITURE = _whole(_FURNITURE)
"""What is furniture by its whole name."""
LOOSE_FURNITURE = re.compile(
    r"""(?<![a-z0-9])
        (?: sidebar | newsletter | breadcrumbs? | cookie | advert(?:isement)? | sharedaddy | recommended | subscribe | navbar | menu
          | comments?(?:-?(?:list|area|section|form|thread))            # what readers wrote
          | related-?(?:posts?|articles?|content|stories)               # other articles
          | share-?(?:bar|buttons?|tools|links?|icons?)                 # buttons
          | social-?(?:share|links?|media|icons?|buttons?|bar)
          | site-(?:header|footer) | post-?nav(?:igation)?              # the site's
        )
        (?![a-z0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What is furniture also as a part of a name: ``article__share-bar--top``."""
FOR_LISTENERS = _whole("screen-reader-text|sr-only|visually-hidden|visuallyhidden")
"""What isn't shown, and read out."""
COMMENTS = _whole(
    "comments|commentlist|comments?-(?:list|area|section|thread|wrapper|container)|disqus_thread|(?:div)?forum"
)
"""What readers wrote under an article. It may be longer than the article."""
META = _pattern(_META)
NOTES = _whole(_NOTES)
LOOSE_NOTES = re.compile(
    r"foot-?note | end-?note | fn-?list | reflist | citation-?list",
    re.IGNORECASE | re.VERBOSE,
)
INLINE_NOTE = _whole(_INLINE_NOTE)
BACK = _whole(_BACK)
PULL_QUOTE = _whole(_PULL)
BIOGRAPHY = _pattern(_BIOGRAPHY)
CONTENT = _pattern(_CONTENT)
STANDFIRST = _pattern(_STANDFIRST)
OF_PICTURES = _pattern(_OF_PICTURES)
VERSE = _whole("wp-block-verse|verses?|poem|poetry|stanza|line-block")
"""Lines that are no prose."""
FIGURE = _whole("tr-caption-container")
"""A table that only sets a picture over its caption, as Blogger writes it."""
CAPTION = _whole("tr-caption")

FURNITURE_ADDRESS = re.compile(
    r"""  plugins/(?:like|share|follow|likebox|page)\.php | platform\.twitter\.com/widgets/(?:tweet|follow)_button
        | doubleclick\. | googlesyndication | adservice | /ads?[/.?_-] | yads | adsystem | taboola | outbrain
        | googletagmanager | /(?:pixel|beacon|proxy)\b[\w/]*\.(?:html?|php|gif) | ycdproxy | disqus\.com/embed | /comment/short
        | recaptcha | addthis | sharethis
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses of buttons, advertisements and counters that pages embed."""

FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "form", "dialog", "search", "menu"))
FURNITURE_ROLES = frozenset(
    (
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "menu",
        "menubar",
        "dialog",
        "alert",
        "toolbar",
        "alertdialog",
    )
)


@lru_cache(maxsize=4096)
def is_furniture_name(names: str) -> bool:
    """Say if an element that a page calls *names* is furniture."""
    return bool(FURNITURE.search(names) or LOOSE_FURNITURE.search(names))


@lru_cache(maxsize=4096)
def is_notes_name(names: str) -> bool:
    """Say if an element that a page calls *names* holds notes."""
    return bool(NOTES.search(names) or LOOSE_NOTES.search(names))


@lru_cache(maxsize=4096)
def is_inline_note_name(names: str) -> bool:
    """Say if an element that a page calls *names* is a note within a sentence."""
    return bool(INLINE_NOTE.search(names))
