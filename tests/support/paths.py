"""Where the project's files are."""

from pathlib import Path

import sphinxext_eir

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
DATA = TESTS / "data"

PACKAGE = Path(sphinxext_eir.__file__).parent
"""The installed package, which may not be the checkout's."""
