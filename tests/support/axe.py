"""axe-core in a page of the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from axe_playwright_python.base import AxeResults
    from playwright.sync_api import Page


def run_axe(page: Page, context: Any) -> AxeResults:
    """Return what axe finds in *page*, in the part that *context* selects."""
    from axe_playwright_python.sync_playwright import (
        Axe,  # with Playwright: slow to load, and few tests need it
    )

    return Axe().run(page, context=context)
