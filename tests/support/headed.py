"""An article with a head, and its record."""

from __future__ import annotations

ORIGINAL = "https://example.org/2024/03/01/waiting/"

ESSAY = f"""\
:author: Jane Doe; John Roe
:date: 2024-03-01
:canonical: {ORIGINAL}
:disclaimer: Written by a student.

The Art of *Waiting*
====================

.. eir:article::

   Waiting is an art.

Nobody is born with it.

.. eir:about-author::

   **Jane Doe** teaches patience.
"""
