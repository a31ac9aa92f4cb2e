"""The project that ``sphinxext-eir init`` begins: it builds at once, and shows what an article is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "conf.py": '''\
"""Settings of this project: https://www.sphinx-doc.org/en/master/usage/configuration.html"""

project = "Essays"
author = "the editors"
extensions = ["sphinxext_eir"]
exclude_patterns = ["_build"]
language = "en"

# What all articles share. An article that says something else wins.
eir_article_defaults = {
    "license": "CC BY-NC 4.0",
}
''',
    "index.rst": """\
Essays
======

.. toctree::
   :maxdepth: 1
   :glob:

   articles/*
""",
    "articles/the-art-of-waiting.rst": """\
:author: Jane Doe
:date: 2024-03-01
:kind: essay

The Art of Waiting
==================

.. eir:article::

   Waiting is an art. This sample says how it is learnt, and how an article is written.

Nobody is born with it.[i] It takes years of *very* slow trains (Blank 2000).

.. eir:pull-quote::

   Nobody is born with it.

.. eir:about-author::

   **Jane Doe** teaches patience.

.. eir:bibliography::
   :title: Bibliography

   Blank, Stephen J. (2000) *Threats to Russian Security: Views from Moscow*. Carlisle: Strategic Studies Institute.

.. [i] As every child shows.
""",
    "requirements.txt": "sphinxext-eir\n",
    ".readthedocs.yaml": """\
version: 2

build:
  os: ubuntu-24.04
  tools:
    python: "3.13"

sphinx:
  configuration: conf.py
  fail_on_warning: true

python:
  install:
    - requirements: requirements.txt
""",
}


def begin(folder: Path) -> None:
    """Write the project into *folder*. Raises :class:`FileExistsError` if something is there, :class:`OSError` if it can't."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty: a project is begun in a folder of its own")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
