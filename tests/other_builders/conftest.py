"""These tests need the extra ``other-builders``; ``nox -s other_builders`` installs it. Elsewhere there are none."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("docxbuilder") else ["test_*.py"]
