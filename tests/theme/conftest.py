"""A journal that wears the theme, built once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from support.seed import ARTICLE
from support.sphinx_project import Project

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
Tables
======

.. list-table:: Sailings
   :header-rows: 1

   * - Year
     - Sailings_in_one_word_1
     - Sailings_in_one_word_2
   * - 2019
     - 1 204
     - 118

.. code-block:: python

   def wait(ferry: Ferry, minutes: int = 11, *, patience: Patience = Patience.ENDLESS) -> None: ...  # as long as it takes

.. note:: A remark beside the text, with a `link <https://example.org>`_.

.. figure:: picture.png
   :alt: A quay

   The quay.

.. math:: a^2 + b^2 = c^2

.. py:function:: wait(ferry)

   Wait.

   :param ferry: The ferry.

Term
   Its definition.
"""


TIDES = """\
Tides
=====

.. eir:article::
   :author: Mara Lindqvist
   :date: 2025-02-03

   A table of tides is a promise.

Before there were ministries there were tides.[i]

The quay
--------

.. eir:pull-quote:: Before there were ministries there were tides

People sorted themselves.

The ministry
------------

The state learnt to wait.

.. [i] See the *almanac*.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a journal's pages: the article, a list of cards, tables, and what Sphinx adds."""
    root = tmp_path_factory.mktemp("site") / "source"
    root.mkdir()
    shutil.copy(ARTICLE, root / "kosovo.rst")
    (root / "picture.png").write_bytes(PICTURE)
    project = Project(root, {"project": "The Harbour Review", "html_theme": "eir"})
    build = project.write(
        {
            "index.rst": "The Harbour Review\n==================\n\nOn waiting.\n\n.. eir:article-list::\n\n"
            ".. toctree::\n   :hidden:\n\n   essays\n   tables\n",
            "essays.rst": "Essays\n======\n\n.. toctree::\n\n   kosovo\n   tides\n",
            "tides.rst": TIDES,
            "tables.rst": TABLE,
        }
    ).build(
        extensions=["sphinxext_eir", "sphinx_design"], html_theme_options={"tagline": "Essays on ferries"}
    )
    assert build.warnings == []
    return build.out


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture of one transparent point (PNG)."""
