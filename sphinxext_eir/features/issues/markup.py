"""The directive ``eir:issue``, and its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.issues import Issue, Issues, name_of
from ...core.languages import language_of, words_in
from ...core.nodes import eir_issue
from ...core.parsing import LEFT_OUT, OpenOptions, Options, text_option
from ...core.walks import find_blocks
from ...core.warnings import Subtype, warn
from ...text.fields import FieldError, read_date, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class IssueDirective(SphinxDirective):
    """``eir:issue``. Its content stands before the contents."""

    has_content = True
    option_spec = OpenOptions(dict.fromkeys(("volume", "issue", "title", "date", "cover"), text_option))

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as read; its children are the cover and the content."""
        options = Options(self)
        placeholder = eir_issue(docname=self.env.docname)
        self.set_source_info(placeholder)
        issue = Issue(line=placeholder.line, **dict(_read(options)))
        content = self.parse_content_to_nodes()
        if not issue.volume and not issue.issue:
            left_out = f", its title {issue.title!r} neither" if issue.title else ""
            message = f"eir:issue needs a volume or an issue, and prints nothing{left_out}"
            warn(Subtype.CONFIG, message, location=placeholder)
            return content
        placeholder["issue"] = issue
        eir_domain(self.env).enter(self.env.docname)
        if issue.cover:
            language = language_of(self.env, self.env.docname)
            _ = words_in(language)
            # TRANSLATORS: What a picture shows, for those who don't see it; {issue} is "Volume 3, issue 1".
            words = _("Cover of {issue}").format(issue=name_of(issue, language))
            cover = nodes.image("", uri=issue.cover, alt=words, classes=["eir-issue-cover", "no-scaled-link"])
            self.set_source_info(cover)
            placeholder += cover
        placeholder += content
        return [placeholder]


class NoteIssues(SphinxTransform):
    """Makes the record of a document's issues."""

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Keep each issue."""
        if issues := tuple(placeholder["issue"] for placeholder in find_blocks(self.document, eir_issue)):
            eir_domain(self.env).store(self.env.docname, Issues(issues))


def _read(options: Options) -> Iterator[tuple[str, Any]]:
    """Yield name and value of the options that can be read, and warn of the others."""
    for name in options.texts:
        text = options.text(name)
        try:
            if text:
                yield name, READERS[name](text)
        except FieldError as error:
            options.refuse(name, error.expected, LEFT_OUT)


READERS: Mapping[str, Callable[[str], Any]] = {
    "volume": read_number,
    "issue": read_number,
    "title": str,
    "date": read_date,
    "cover": str,
}
