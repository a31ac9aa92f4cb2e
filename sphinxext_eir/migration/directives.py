"""Directives by name: which hold text that is read as markup, and how the options of ours to be are written."""

from __future__ import annotations

import re

LISTS = ("bibliography", "footbibliography")
"""Directives of sphinxcontrib-bibtex."""
OPAQUE = frozenset(
    """
    code code-block code-cell codeauthor sourcecode highlight literalinclude literal-include raw math math-block
    doctest testcode testoutput testsetup testcleanup ipython jupyter-execute jupyter-input jupyter-output jupyter-kernel
    jupyterlite plot pyplot matplotlib graphviz digraph graph inheritance-diagram uml plantuml mermaid blockdiag seqdiag
    productionlist prompt toctree tikz program-output command-output exec exec_code execute_code try_examples altair-plot
    bokeh-plot pyvista-plot vega literalblock terminal runblock autorun console shell-session include csv-table-file
    index meta default-domain role default-role module currentmodule autosummary
    eir:import image
    """.split()  # noqa: SIM905
)
"""Directives whose content is no running text: code, formulas, diagrams, names."""
OPTION = re.compile(r":([\w-]+(?::[\w-]+)*):(?:\s+(.*))?$")


def is_opaque(name: str) -> bool:
    """Tell whether roles in the content of the directive *name* are only shown, or aren't text at all."""
    name = name.lower()
    return name in OPAQUE or "code" in name or ("literal" in name and name != "parsed-literal")


def read_options(rows: list[str]) -> dict[str, str]:
    """Return the options that *rows* begin with, and take these rows away."""
    options: dict[str, str] = {}
    last = ""
    while rows and rows[0].strip():
        match = OPTION.match(rows[0].strip())
        if match:
            last = match[1]
            options[last] = (match[2] or "").strip()
        elif last and rows[0][:1].isspace():
            options[last] = f"{options[last]} {rows[0].strip()}".strip()
        else:
            break
        rows.pop(0)
    return options
