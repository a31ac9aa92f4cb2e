"""The domain's bookkeeping of what each output has written."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.core.domain import EirDomain, Ours

if TYPE_CHECKING:
    from support.sphinx_project import Project


@pytest.fixture
def domain() -> EirDomain:
    return EirDomain(SimpleNamespace(domaindata={}))  # type: ignore[arg-type]


def output(builder: str, folder: str) -> Any:
    return SimpleNamespace(builder=SimpleNamespace(name=builder), outdir=folder)


def test_each_output_is_told_of_what_is_new_to_it(domain: EirDomain) -> None:
    preview, release, site = output("html", "a"), output("html", "b"), output("dirhtml", "a")
    assert domain.rewrite(preview, "lists", {"x": "1", "y": "1"}) == ["x", "y"]
    assert domain.rewrite(preview, "lists", {"x": "1", "y": "2"}) == ["y"]
    assert domain.rewrite(release, "lists", {"x": "1", "y": "2"}) == ["x", "y"]
    assert domain.rewrite(site, "lists", {"x": "1", "y": "2"}) == ["x", "y"]
    assert domain.rewrite(preview, "citations", {"x": "1"}) == ["x"]
    assert domain.rewrite(preview, "lists", {"x": "1", "y": "2"}) == []


def test_a_document_without_the_content_is_forgotten(domain: EirDomain) -> None:
    html = output("html", "a")
    domain.rewrite(html, "lists", {"x": "1"})
    assert domain.rewrite(html, "lists", {}) == []
    assert domain.rewrite(html, "lists", {"x": "1"}) == ["x"]


def test_a_feature_is_asked_where_it_has_records_or_had_some_when_an_output_was_written(
    domain: EirDomain,
) -> None:
    def asked() -> bool:
        return domain.concerns("sphinxext_eir.core.domain", "lists")

    assert not asked()
    domain.store("x", Ours())
    assert asked()
    assert not domain.concerns("sphinxext_eir.core.issues", "issues")
    domain.rewrite(output("html", "a"), "lists", {"x": "1"})
    domain.clear_doc("x")
    assert asked()  # so that the feature forgets what it has written
    domain.rewrite(output("html", "a"), "lists", {})
    assert not asked()


def test_the_domain_knows_which_documents_are_read(project: Project) -> None:
    project.write({"a.rst": "A\n=\n", "b.rst": "B\n=\n"})
    assert project.build().app.env.domains["eir"].reading == {"a", "b", "index"}
    project.write({"b.rst": "B again\n=======\n"})
    assert project.build().app.env.domains["eir"].reading == {"b"}
