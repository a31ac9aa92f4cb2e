"""What the extension costs, beside its peers in the same run: ``python -m benchmarks``.

Names of benchmarks choose some; ``--tables FOLDER`` writes each as a CSV file, as the documentation shows them. Nothing else
should run on the machine meanwhile. Caches are deleted before each full build.
"""

from __future__ import annotations

import argparse
import compileall
import tempfile
from pathlib import Path

import sphinxext_eir

from . import conversion, files, growth, journal, peers, pullquotes
from .measuring import machine

BENCHMARKS = {
    "peers": peers.measure,
    "journal": journal.measure,
    "growth": growth.measure,
    "pull-quotes": pullquotes.measure,
    "conversion": conversion.measure,
    "files": files.measure,
}


def main() -> None:
    """Measure, print, and write the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument("names", nargs="*", help=f"which of {', '.join(BENCHMARKS)}; all unless given")
    parser.add_argument("--runs", type=int, default=3, help="of which medians are taken (default: 3)")
    parser.add_argument(
        "--scale", type=float, default=1.0, help="of all sizes; 0.01 tries it out (default: 1)"
    )
    parser.add_argument("--tables", type=Path, help="a folder to write them to, as CSV")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(BENCHMARKS)):
        parser.error(f"there is no benchmark {', '.join(unknown)}: choose from {', '.join(BENCHMARKS)}")
    compileall.compile_dir(
        next(iter(sphinxext_eir.__path__)), quiet=2
    )  # as pip leaves it, and a checkout may not be
    print(machine())
    if arguments.tables:
        (arguments.tables / "machine.txt").write_text(f"{machine()}.\n", encoding="utf-8")
    for name in arguments.names or BENCHMARKS:
        with tempfile.TemporaryDirectory() as folder:
            for table in BENCHMARKS[name](Path(folder), runs=arguments.runs, scale=arguments.scale):
                print(f"\n{table}", flush=True)
                if arguments.tables:
                    table.write(arguments.tables)


if __name__ == "__main__":
    main()
