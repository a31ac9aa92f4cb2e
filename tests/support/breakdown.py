"""A conversion that breaks down; a process started anew finds it here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinxext_eir.conversion import batch

if TYPE_CHECKING:
    from sphinxext_eir.conversion.pipeline import Result


def die_of_three(job: batch.Job) -> Result | str:
    """Convert the input of *job*, but for one that takes the process with it."""
    if job.path.name == "three.txt":
        os._exit(1)
    return batch.convert(job.path, job.syntax)
