"""Exports of WordPress, in the form that ``wp-admin/includes/export.php`` gives them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinxext_eir.conversion.jobs import Choice, Plan

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result, Syntax

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:wfw="http://wellformedweb.org/CommentAPI/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>The Northern Review</title>
  <link>https://northern.example</link>
  <language>en</language>
  <wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_blog_url>https://northern.example</wp:base_blog_url>
  <wp:author><wp:author_login><![CDATA[mosgood]]></wp:author_login>
    <wp:author_display_name><![CDATA[Marit Osgood]]></wp:author_display_name></wp:author>
  <wp:author><wp:author_login><![CDATA[jroe]]></wp:author_login>
    <wp:author_display_name><![CDATA[jroe]]></wp:author_display_name>
    <wp:author_first_name><![CDATA[John]]></wp:author_first_name><wp:author_last_name><![CDATA[Roe]]></wp:author_last_name></wp:author>
"""
TAIL = "</channel>\n</rss>\n"


def item(
    content: str = "",
    *,
    number: int = 7,
    terms: str = "",
    meta: dict[str, str] | None = None,
    more: str = "",
    **fields: str,
) -> str:
    """Return an ``<item>``; *fields* are elements of ``wp:``, or ``title``, ``link``, ``creator`` and ``excerpt``."""
    slug = fields.pop("post_name", "two-harbours")
    said = {
        "post_date": "2019-03-14 09:00:00",
        "post_name": slug,
        "status": "publish",
        "post_type": "post",
        "post_parent": "0",
        **{
            name: value
            for name, value in fields.items()
            if name not in ("title", "link", "creator", "excerpt")
        },
    }
    metas = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in (meta or {}).items()
    )
    return (
        f"<item><title>{escape(fields.get('title', 'Two Harbours, One Debt'))}</title>"
        f"<link>{fields.get('link', f'https://northern.example/2019/03/{slug}/')}</link>"
        f"<dc:creator><![CDATA[{fields.get('creator', 'mosgood')}]]></dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{fields.get('excerpt', '')}]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id>"
        + "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in said.items())
        + terms
        + metas
        + more
        + "</item>\n"
    )


def term(domain: str, name: str) -> str:
    """Return a category, a tag, or another term."""
    return f'<category domain="{domain}" nicename="{name.lower().replace(" ", "-")}"><![CDATA[{name}]]></category>'


def export(*items: str) -> str:
    """Return a whole export."""
    return HEAD + "".join(items) + TAIL


def write_export(path: Path, *items: str) -> Path:
    """Write an export of *items*."""
    path.write_text(export(*items), encoding="utf-8")
    return path


def converted_posts(
    folder: Path,
    *items: str,
    types: tuple[str, ...] = (),
    media: Path | None = None,
    syntax: Syntax = "rst",
) -> list[Result]:
    """Convert the posts of an export of *items*."""
    plan = Plan((write_export(folder / "export.xml", *items),), syntax, "1", choice=Choice(types, media))
    return [job.convert() for job in plan.jobs()]


def text_of_post(folder: Path, content: str, **more: str) -> str:
    """Return the source of a post, after its front matter; every word is accounted for."""
    (result,) = converted_posts(folder, item(content, **more))
    assert result.value.ledger.unexplained == ()
    return result.value.text.partition(".. eir:article::\n\n")[2]
