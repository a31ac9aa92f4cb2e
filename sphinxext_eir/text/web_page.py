"""A web page for a report: one file that needs no other, no network and no script, and that reads well in any light."""

from __future__ import annotations

import html
import re

_STYLE = """
:root { color-scheme: light dark; --ground: #fff; --text: #1b1b1b; --quiet: #595959; --line: #d0d0d0; --link: #0b57a4;
  --gone: #8f1d14; --gone-ground: #fff0ed; --look: #6b4300; --look-ground: #fff4d6; --moved: #1c5a2e; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --text: #e8e8e8; --quiet: #b0b0b0; --line: #444; --link: #8ec5ff;
  --gone: #ffb3a7; --gone-ground: #3a1a16; --look: #ffd98a; --look-ground: #3a2d0d; --moved: #9fdcb0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 88rem; padding: 1rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; }
.skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet, .where { color: var(--quiet); font-size: .875rem; }
.where { margin: 0; }
.rows { list-style: none; padding: 0; margin: 0; }
.rows > li { border-top: 1px solid var(--line); padding: .6rem 0; scroll-margin-top: 1rem; }
.rows > li:target { outline: 3px solid var(--link); outline-offset: 4px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
.pair p { margin: 0; white-space: pre-line; }
.heads { font-weight: 600; margin: 1rem 0 .3rem; }
del { color: var(--gone); background: var(--gone-ground); }
.why { color: var(--gone); font-size: .8125rem; }
.look { color: var(--look); background: var(--look-ground); padding: .25rem .5rem; margin: .4rem 0 0; }
.moved { color: var(--moved); font-size: .875rem; }
body:has(#only:checked) .rows > li.same { display: none; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; }
tbody tr { border-top: 1px solid var(--line); } td, thead th { overflow-wrap: normal; } td.file { overflow-wrap: anywhere; min-width: 10rem; }
tbody th { min-width: 14rem; } td.number, th.number { text-align: right; }
.wide { overflow-x: auto; }
@media (max-width: 48rem) { .pair { grid-template-columns: 1fr; gap: .4rem; } .heads { display: none; }
  tbody th { min-width: 9rem; }
  .made { border-left: 3px solid var(--line); padding-left: .75rem; } }
@media print { .skip, .choose { display: none; } }
"""

_NOT_IN_HTML = re.compile(
    r"""
      [\x00-\x08\x0b-\x1f\x7f-\x9f]  # controls
    | [\ufdd0-\ufdef\ufffe\uffff]  # noncharacters
    | [\ud800-\udfff]  # halves of characters
    """,
    re.VERBOSE,
)


def text_of(text: str) -> str:
    """Return *text* as HTML has it, without characters that it may not have (HTML, "Preprocessing the input stream")."""
    return html.escape(_NOT_IN_HTML.sub(" ", text))


def web_page(title: str, body: str, style: str = "") -> str:
    """Return a whole page, with more rules of *style*."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text_of(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
