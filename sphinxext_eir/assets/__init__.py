"""Files that are shipped as they are.

``static/`` goes to the reader's browser, ``latex/`` to LaTeX, ``styles/`` to pandoc, ``locale/`` to gettext, ``starter/`` is the
project that ``sphinxext-eir init`` begins.
"""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).parent
