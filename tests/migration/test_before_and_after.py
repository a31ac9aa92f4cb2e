"""Projects built before, by sphinxcontrib-bibtex, and after: the same links, the same entries, the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.migrated import Page, read_after, read_before, titles_of
from support.sphinx_project import Project

from sphinxext_eir.migration import migrate, write

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Build

pytest.importorskip("sphinxcontrib.bibtex", reason="sphinxcontrib-bibtex is not installed")
pytestmark = pytest.mark.usefixtures("pandoc")

CONF = """\
extensions = ["sphinxcontrib.bibtex", "myst_parser"]
project = "Essays"
html_theme = "basic"
myst_enable_extensions = ["colon_fence"]
bibtex_bibfiles = ["refs.bib"]
bibtex_reference_style = "author_year"
"""
BIB = """\
@book{blank2000, author={Blank, Stephen}, title={Threats to Security}, publisher={SSI}, year={2000}}
@book{clark2001, author={Clark, Wesley}, title={Waging Modern War}, publisher={PublicAffairs}, year={2001}}
@article{wendt1992, author={Wendt, Alexander}, title={Anarchy}, journal={IO}, volume={46}, year={1992}, pages={391-425}}
@book{gray--s_2016, author={Gray, Colin}, title={Strategy and Politics}, publisher={Routledge}, year={2016}}
@article{gray_2017, author={Gray, Colin}, title={Thucydides Was Right}, journal={IA}, volume={93}, year={2017}}
"""
ROLES = """\
Roles
=====

Some :cite:`blank2000`, more :cite:p:`blank2000,clark2001` and :cite:p:`{see}wendt1992{p. 12}, gray--s_2016`, says
:cite:t:`clark2001`, and :cite:t:`blank2000,
wendt1992`. So :cite:alp:`clark2001`, in :cite:year:`wendt1992`, :cite:yearpar:`wendt1992`.
:cite:ps:`gray_2017` :cite:ts:`gray_2017` :cite:empty:`gray_2017`.

+-----------+---------------------+
| Who       | Where               |
+===========+=====================+
| Clark     | :cite:p:`clark2001` |
+-----------+---------------------+

``:cite:p:`clark2001``` is how this is typed::

   :cite:p:`nobody`

.. bibliography::
   :filter: docname in docnames
"""
MYST = """\
# In Markdown

Some {cite}`blank2000`, more {cite:p}`{see}clark2001{p. 12}` and `{cite}`.

- A list {cite:t}`wendt1992`.

:::{note}
A note {cite:p}`gray--s_2016`.
:::

```{bibliography}
:filter: docname in docnames
```
"""
FOOT = """\
Notes
=====

Some :footcite:`blank2000`, says :footcite:t:`clark2001`, and again :footcite:p:`blank2000`. Mine [#m]_.

.. [#m] My own.

.. footbibliography::
"""
FOOT_MYST = """\
# Notes in Markdown

Some {footcite}`blank2000`, says {footcite:t}`clark2001`.

```{footbibliography}
```
"""
PROJECTS: dict[str, dict[str, str]] = {
    "every form": {"roles.rst": ROLES, "myst.md": MYST, "foot.rst": FOOT, "notes.md": FOOT_MYST},
    "one list for all": {
        "one.rst": "One\n===\n\nSo :cite:p:`blank2000,wendt1992`.\n",
        "two.md": "# Two\n\nSo {cite:t}`clark2001` and {cite}`gray_2017`.\n",
        "zlist.rst": "List\n====\n\n.. bibliography::\n",
    },
    "all that there is": {
        "one.rst": "One\n===\n\nSo :cite:p:`blank2000`.\n",
        "zlist.rst": "List\n====\n\n.. bibliography::\n   :all:\n",
    },
    "lists with prefixes": {
        "one.rst": "One\n===\n\nSo :cite:p:`a-blank2000`.\n\n.. bibliography::\n   :keyprefix: a-\n   :labelprefix: A\n",
        "two.rst": "Two\n===\n\nSo :cite:p:`b-blank2000,b-clark2001`.\n\n.. bibliography::\n   :keyprefix: b-\n",
    },
}


@pytest.fixture(params=PROJECTS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[dict[str, Page], dict[str, Page], Build]:
    """Return the pages of a project before and after, and the build after."""
    files = {"conf.py": CONF, "refs.bib": BIB, **PROJECTS[request.param]}
    sides: list[Any] = []
    titles: dict[str, str] = {}
    for side in ("before", "after"):
        project = Project(tmp_path / side / "docs").write({"index.rst": "", **files})
        names = "\n   ".join(name.partition(".")[0] for name in PROJECTS[request.param])
        project.write({"index.rst": f"Essays\n======\n\n.. toctree::\n\n   {names}\n"})
        if side == "after":
            migration = migrate(project.root)
            assert [message for message in migration.messages if message.todo] == []
            for change in migration.changes:
                write(change)
        build = project.build_with_its_conf()
        if side == "before":
            titles = titles_of(build.app)
            sides.append(read_before(build.app))
        else:
            sides += [read_after(build.app, titles), build]
    return sides[0], sides[1], sides[2]


def test_pages_say_the_same(both: tuple[dict[str, Page], dict[str, Page], Build]) -> None:
    before, after, build = both
    assert build.warnings == []
    assert {name: page.cited for name, page in after.items()} == {
        name: page.cited for name, page in before.items()
    }
    assert {name: page.notes for name, page in after.items()} == {
        name: page.notes for name, page in before.items()
    }
    assert {name: page.listed for name, page in after.items()} == {
        name: page.listed for name, page in before.items()
    }
    assert {name: page.bare for name, page in after.items()} == {
        name: page.bare for name, page in before.items()
    }
    assert sum(len(page.cited) + len(page.notes) for page in after.values()) > 0
    assert sum(page.unlinked for page in after.values()) == 0
