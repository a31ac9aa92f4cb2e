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


def is_hidden(aside: Tag) -> bool:
    return (
        aside.get("role") == "doc-pullquote"
        and aside["aria-hidden"] == "true"
        and not aside.get("aria-label")
    )
