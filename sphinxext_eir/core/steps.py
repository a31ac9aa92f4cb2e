"""Steps that are for some nodes: what takes them is imported when a document has one, and most documents have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from .walks import find_all, find_blocks

if TYPE_CHECKING:
    from docutils.nodes import Node

    from .later import Later


def step_for(transform: Any, priority: int, *kinds: type[nodes.Element]) -> Any:
    """Return a stand-in for *transform*, which ``later`` imports: it does nothing to a document without nodes of these *kinds*.

    Its *priority* is the transform's own, which can't be asked before that is imported.
    """
    return StepFor(transform, priority, kinds)


class StepFor:
    """What Sphinx takes for the transform."""

    def __init__(self, transform: Later, priority: int, kinds: tuple[type[nodes.Element], ...]) -> None:
        self.transform = transform
        self.default_priority = priority
        self._kinds = kinds
        in_paragraphs = any(issubclass(kind, nodes.TextElement) for kind in kinds)
        self._find = find_all if in_paragraphs else find_blocks

    def __repr__(self) -> str:
        return repr(self.transform)

    def __getattr__(self, name: str) -> Any:
        """Return what the transform has by this *name*: other extensions ask transforms for ``__name__``."""
        if name == "transform":  # asked of a copy, before it has it
            raise AttributeError(name)
        return getattr(self.transform, name)

    def __call__(self, document: nodes.document, startnode: Node | None = None) -> _Step:
        """Return the step for *document*."""
        return _Step(self, document, startnode)

    def is_for(self, document: nodes.document) -> bool:
        """Say if *document* has one of these nodes."""
        return bool(self._find(document, self._kinds))


class _Step:
    """The step for one document."""

    def __init__(self, step: StepFor, document: nodes.document, startnode: Node | None) -> None:
        self._step = step
        self._document = document
        self._startnode = startnode

    def apply(self, **options: Any) -> None:
        """Take it if the document has something for it."""
        if self._step.is_for(self._document):
            self._step.transform(self._document, self._startnode).apply(**options)
