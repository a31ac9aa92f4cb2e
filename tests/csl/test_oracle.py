"""Citations and entries beside those of citeproc-js, and the fixtures of the CSL project: what differs is accepted, with a reason."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from support import csl_fixtures, oracle

pytestmark = [pytest.mark.program, pytest.mark.pandoc]


def present(variable: str) -> None:
    """Skip a test if *variable* doesn't name what `.ci/install-programs` installs."""
    if not Path(os.environ.get(variable, "")).exists() or not os.environ.get(variable):
        pytest.skip(f"needs {variable}: see .ci/install-programs")


def reasons(kind: str, found: oracle.Compared) -> tuple[list[str], list[str]]:
    """Return what differs and isn't accepted, and what is accepted and no longer differs."""
    accepted = oracle.accepted()[kind]
    return sorted(found.different.keys() - accepted.keys()), sorted(accepted.keys() - found.different.keys())


def test_citations_read_as_those_of_citeproc_js() -> None:
    present("EIR_CITEPROC_JS")
    if importlib.util.find_spec("citeproc") is None:
        pytest.skip("needs the locales of citeproc-py")
    found = oracle.matrix()
    assert found.asked > 2_000
    assert reasons("matrix", found) == ([], [])


def test_the_fixtures_for_processors_come_out_as_they_say() -> None:
    present("EIR_CSL_FIXTURES")
    found = csl_fixtures.compared()
    assert found.asked > 800
    assert reasons("fixtures", found) == ([], [])


@pytest.mark.parametrize("kind", ["matrix", "fixtures"])
def test_each_accepted_difference_has_a_reason(kind: str) -> None:
    assert all(len(why) > 15 for why in oracle.accepted()[kind].values())
