"""Essays with pull quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

    from support.sphinx_project import Build, Project


ESSAY = """\
The Art of Waiting
==================

Waiting is an art, and :eir:pull-quote:`nobody *is* born with it`. It takes years of "very" slow trains.

.. eir:pull-quote::
   :align: left
   :attribution: Jane *Doe*

   Waiting is an art.

He who can wait has time.

.. eir:pull-quote::

   He who can wait

Time is everything.

.. eir:pull-quote::

   It takes years of […] slow trains.

The end.
"""


INDEX = "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n"


def quotes(build: Build, docname: str = "essay") -> list[Tag]:
    return build.page(docname).select("aside.eir-pull-quote")


def essay(project: Project, body: str, builder: str = "html", **settings: object) -> Build:
    project.write({"index.rst": INDEX, "essay.rst": f"T\n=\n\n{body}\n"})
    return project.build(builder, **settings)


def quote(words: str, *options: str) -> str:
    return "\n".join([".. eir:pull-quote::", *(f"   {option}" for option in options), "", f"   {words}", ""])


def words_of(aside: Tag) -> Tag:
    """Return the element that holds the words of a pull quote, and no attribution if they are hidden."""
    return aside.select_one("div[aria-hidden]") or aside


def is_hidden(aside: Tag) -> bool:
    """Say if the words of a pull quote are hidden from screen readers, and nothing else of it is."""
    words = words_of(aside)
    return (
        aside.get("role") == "doc-pullquote"
        and words.get("aria-hidden") == "true"
        and not words.select(".attribution")
        and not aside.get("aria-label")
    )
