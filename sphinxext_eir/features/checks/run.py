"""A project, built without pages → the records of its documents and the warnings of its build."""

from __future__ import annotations

import io
import logging
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import is_suppressed_warning

from .apply import Warned, report_on
from .collect import document_of, relative
from .links import Asking, dead_links
from .table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.environment import BuildEnvironment

    from .records import Report


class CheckError(Exception):
    """The project can't be checked. The message says why."""


def check(
    folder: Path,
    *,
    links: bool = False,
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> Report:
    """Build the project in *folder* without writing pages, and return what is found in it.

    *progress* is told how many documents or addresses of how many are done, and which is next. Raises :class:`CheckError`.
    """
    folder = folder.resolve()
    if not (folder / "conf.py").is_file():
        inner = next(iter(sorted(folder.glob("*/conf.py"))), None)
        hint = f"; did you mean {os.path.relpath(inner.parent)}?" if inner else ""
        raise CheckError(f"{folder}: there is no conf.py here{hint}")
    with (
        tempfile.TemporaryDirectory(prefix="eir-check-") as out,
        _built(folder, Path(out), progress) as (app, warnings),
    ):
        env = app.env
        documents = [document_of(env, docname) for docname in sorted(env.found_docs)]
        config = app.config
        asking = Asking(
            tuple(config.linkcheck_ignore),
            config.linkcheck_timeout or 20,
            config.user_agent or Asking().agent,
        )
        linked = dead_links(documents, asking, progress) if links else []
        return report_on(documents, [_warned(record, env) for record in warnings], config.eir_checks, linked)


@contextmanager
def _built(
    folder: Path, out: Path, progress: Callable[[int, int, str], None]
) -> Iterator[tuple[Sphinx, list[logging.LogRecord]]]:
    """Build *folder* by the builder ``dummy``, which writes nothing, and yield the application and the warnings.

    Entries that nothing cites, and what may be a citation, are always reported: whether that counts is for ``eir_checks`` to say.
    """
    collector = _Collector()
    logger = logging.getLogger("sphinx")
    with patch_docutils(folder), docutils_namespace():
        try:
            app = _Heard(
                collector,
                folder,
                folder,
                out / "output",
                out / "doctrees",
                "dummy",
                {"eir_report_unused": True, "eir_report_doubtful": True},
                status=None,
                warning=io.StringIO(),
                freshenv=True,
            )
            if "sphinxext_eir" not in app.extensions:
                raise CheckError(f"{folder / 'conf.py'}: 'sphinxext_eir' isn't among the extensions")
            _watch(app, progress)
            app.build(force_all=True)
        except SphinxError as error:
            raise CheckError(f"{folder}: {error}") from error
        finally:
            logger.removeHandler(collector)
        yield app, collector.kept(app.config.suppress_warnings)


def _watch(app: Sphinx, progress: Callable[[int, int, str], None]) -> None:
    """Tell *progress* of each document that is read."""
    state = {"total": 0, "done": 0}

    def begin(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        state["total"] = len(docnames)

    def read(_app: Sphinx, docname: str, _source: list[str]) -> None:
        state["done"] += 1
        progress(state["done"], state["total"], docname)

    app.connect("env-before-read-docs", begin)
    app.connect("source-read", read)


class _Heard(Sphinx):
    """Sphinx, whose warnings are heard from the first extension on: it drops all handlers when it begins."""

    def __init__(self, collector: _Collector, *args: Any, **kwargs: Any) -> None:
        self._collector = collector
        super().__init__(*args, **kwargs)

    def setup_extension(self, extname: str) -> None:
        """Listen, and load the extension."""
        logging.getLogger("sphinx").addHandler(self._collector)
        super().setup_extension(extname)


class _Collector(logging.Handler):
    """Keeps warnings. Sphinx's own handler comes first, and has put the place of each into words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep *record*."""
        self._records.append(record)

    def kept(self, suppressed: list[str]) -> list[logging.LogRecord]:
        """Return the warnings that the project doesn't suppress."""
        return [
            record
            for record in self._records
            if not is_suppressed_warning(
                getattr(record, "type", "") or "", getattr(record, "subtype", "") or "", suppressed
            )
        ]


def _warned(record: logging.LogRecord, env: BuildEnvironment) -> Warned:
    """Return a warning with its place."""
    kind, subtype = getattr(record, "type", ""), getattr(record, "subtype", "")
    rule = f"{kind}.{subtype}" if f"{kind}.{subtype}" in BY_NAME else "sphinx"
    # Sphinx's own form of it has the place before it, and the type behind.
    message = (
        logging.LogRecord.getMessage(record).removesuffix(f" [{kind}.{subtype}]").removesuffix(f" [{kind}]")
    )
    path, line = _place(getattr(record, "location", None))
    docname = (path and env.path2doc(path.partition(":docstring of ")[0])) or ""
    return Warned(
        rule,
        message,
        docname if docname in env.found_docs else "",
        relative(path, env) if path else "",
        line,
    )


def _place(location: Any) -> tuple[str, int]:
    """Return path and line that *location* says, ``path:line``."""
    if not isinstance(location, str):
        return "", 0
    path, _, line = location.rpartition(":")
    if path and line.isdigit():
        return path, int(line)
    return (path, 0) if path and not line else (location, 0)
