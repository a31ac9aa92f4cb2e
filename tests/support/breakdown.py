"""A conversion that breaks down; a process started anew finds it here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinxext_eir.conversion import jobs
    from sphinxext_eir.conversion.pipeline import Result


def die_of_three(job: jobs.Job) -> Result | str:
    """Convert the input of *job*, but for one that takes the process with it."""
    if job.path.name == "three.txt":
        os._exit(1)
    return job.convert()
