"""``example``: a file of ``snippets/`` in both syntaxes, and the page that it makes, in tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

TABS = """\
.. tab-set::

   .. tab-item:: reStructuredText

      .. literalinclude:: /snippets/rst/{name}.rst
         :language: rst

   .. tab-item:: MyST

      .. literalinclude:: /snippets/myst/{name}.md
         :language: md

   .. tab-item:: Result

      It makes :doc:`this page </snippets/rst/{name}>`:

      .. only:: html and not epub

         .. raw:: html

            <iframe class="example" src="{uri}" title="The page that the example makes" loading="lazy"></iframe>
"""


class Example(SphinxDirective):
    """Shows the example that its argument names. The tests build each in both syntaxes, to one tree."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        uri = relative_uri(f"{self.env.docname}.html", f"snippets/rst/{name}.html")
        return self.parse_text_to_nodes(TABS.format(name=name, uri=uri))


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("example", Example)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
