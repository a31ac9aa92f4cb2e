"""Notes at the foot of pages, beside what else LaTeX sets there (in a real PDF)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Project

ESSAY = """\
Ships
=====

.. eir:article::

Ships came `early <https://example.org/tide>`__ that year [#a]_, said `the harbour <https://example.org/harbour>`__ [#b]_.

:Harbour [#h]_: Ostwick

.. [#a] The harbour books say so.
.. [#b] In March.
.. [#h] The old harbour of 1871.
"""


MYST = """\
---
myst:
  enable_extensions: [fieldlist]
---

# Ships

```{eir:article}
```

Ships came [early](https://example.org/tide) that year [^a], said [the harbour](https://example.org/harbour) [^b].

:Harbour [^h]: Ostwick

[^a]: The harbour books say so.
[^b]: In March.
[^h]: The old harbour of 1871.
"""


@pytest.mark.parametrize("source", [{"essay.rst": ESSAY}, {"essay.md": MYST}], ids=["rst", "myst"])
def test_sphinxs_notes_of_addresses_and_the_authors_notes_keep_apart(
    project: Project, pdf_text: Callable[..., str], source: dict[str, str]
) -> None:
    project.write(source)
    build = project.build("latex", eir_note_placement="page", latex_show_urls="footnote")
    text = re.sub(r"\s+", " ", pdf_text(build))
    for words in (
        "The harbour books say so.", "In March.", "The old harbour of 1871.",
        "https://example.org/tide", "https://example.org/harbour",
    ):  # fmt: skip
        assert text.count(words) == 1, words
    marks = re.search(r"early(\d)\s*that year\s*(\[i+\])\s*, said the harbour(\d)\s*(\[i+\])", text)
    assert marks
    assert marks.groups() == ("3", "[i]", "4", "[ii]")


TABLE = """\
Ships
=====

.. eir:article::

Ships came [#a]_.

.. [#a]
   ===== =====
   Alpha Bravo
   Romeo Delta
   ===== =====

.. [#b] Before [#a]_.
"""


def test_the_label_of_a_note_that_begins_with_a_table_stands_above_it(
    project: Project, pdf_text: Callable[..., str]
) -> None:
    build = project.write({"essay.rst": TABLE}).build("latex")
    lines = [line.split() for line in pdf_text(build).splitlines()]
    label = lines.index(["[i]"])
    assert ["Alpha", "Bravo"] in lines[label + 1 :]
