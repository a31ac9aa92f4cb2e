"""What is written for a word processor comes back by the converter: the same words in the same order, notes and headings included."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from support.sphinx_project import Project

from sphinxext_eir.conversion import convert

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc"), pytest.mark.laws]

NOUNS = [
    "harbour",
    "tide",
    "ship",
    "rope",
    "anchor",
    "pilot",
    "storm",
    "chart",
    "lighthouse",
    "crew",
    "cargo",
    "pier",
]
VERBS = ["waits", "turns", "leaves", "follows", "carries", "finds", "loses", "keeps"]


class Essays:
    """Draws essays of what the converter and the builders both know."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.notes: list[str] = []

    def sentence(self, *, marked: bool = True) -> str:
        words = [self.random.choice(NOUNS), self.random.choice(VERBS), "the", self.random.choice(NOUNS)]
        if marked and self.random.random() < 0.3:
            words[3] = self.random.choice(["*{}*", "**{}**"]).format(words[3])
        number = self.random.randrange(100, 999)
        end = "."
        if marked and self.random.random() < 0.35:
            self.notes.append(f"Note {number}: {self.sentence(marked=False)}")
            end = f".\\ [{len(self.notes)}]_"
        return f"The {' '.join(words)} {number}{end}"

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randrange(3, 7)))

    def block(self) -> str:
        kind = self.random.choice(["paragraph"] * 5 + ["bullets", "numbers", "quotation"])
        if kind == "bullets":
            return "\n".join(f"- {self.sentence()}" for _ in range(3))
        if kind == "numbers":
            return "\n".join(f"{number}. {self.sentence()}" for number in range(1, 4))
        if kind == "quotation":
            return f"   {self.paragraph()}"
        return self.paragraph()

    def essay(self) -> str:
        lines = [
            ":author: Ann Smith",
            ":date: 2024-03-05",
            "",
            "A Voyage",
            "========",
            "",
            ".. eir:article::",
            "",
        ]
        for part in range(3):
            if part:
                title = f"Part {self.random.choice(NOUNS)}"
                lines += [title, "-" * len(title), ""]
            lines += [self.paragraph(), ""]
            for _ in range(self.random.randrange(1, 4)):
                lines += [self.block(), "", self.paragraph(), ""]
        lines += [f".. [{number}] {note}" for number, note in enumerate(self.notes, 1)]
        return "\n".join(lines) + "\n"


def read(project: Project) -> dict[str, list[str]]:
    """Return the words of each essay as plain text says them."""
    build = project.build("text")
    return {path.stem: path.read_text(encoding="utf-8").split() for path in build.out.glob("essay*.txt")}


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_an_essay_comes_back_as_it_went(form: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "sent" / "source")
    project.root.mkdir(parents=True)
    project.write({f"essay{seed}.rst": Essays(seed).essay() for seed in range(12)})
    project.settings["eir_note_style"] = "arabic"  # as the converter reads the notes of word processors
    out = project.build(f"eir-{form}").out
    back = Project(tmp_path / "back" / "source")
    back.root.mkdir(parents=True)
    for path in sorted(out.glob(f"*.{form}")):
        back.write({f"{path.stem}.rst": convert(path).value.text})
    assert read(back) == read(project)
