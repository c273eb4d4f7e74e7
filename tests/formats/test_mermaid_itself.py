"""What is written as a journey is valid for Mermaid itself, whatever the texts hold (`make test-long`)."""

import json
import random
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from app.formats.options import ExportOptions
from app.formats.tables.writing.mermaid_file import write
from app.formats.templates import template, template_names
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import JourneyMap, Note, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import plan_future_state

PARSER = Path(__file__).with_name("mermaid_parser.mjs")
PACKAGES = ("mermaid@11", "jsdom@26")
LETTERS = "ab :;#,%{}<>&\"'`()[]|\\/\n-=@~^*_.?!$“”’äß한語🙂"
WORDS = ("title", "section", "journey", "end", "accTitle:", "%%", "graph TD", "---", "#35;", "#quot;")
_ENTITY = re.compile(r"ﬂ°°?(\d+)¶ß")
"""What Mermaid makes of #35; and the like until it draws."""

pytestmark = [
    pytest.mark.long("needs node and Mermaid itself"),
    pytest.mark.skipif(not (shutil.which("node") and shutil.which("npm")), reason="needs node and npm"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where Mermaid is installed."""
    found = tmp_path_factory.mktemp("mermaid")
    (found / "package.json").write_text("{}")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
    done = subprocess.run(command, cwd=found, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        pytest.skip(f"Mermaid cannot be installed here: {done.stderr[-200:]}")
    return found


def parsed(folder: Path, journeys: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["node", PARSER],
        cwd=folder,
        input=json.dumps(journeys),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def written(document: Document) -> str:
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return stream.getvalue().decode()


def plain(text: str) -> str:
    return _ENTITY.sub(lambda found: chr(int(found[1])), text)


def with_texts(texts: list[str]) -> Document:
    """The sample with odd texts in its title, its stages and what the customer does."""
    document = template("pizzeria")
    first = document.maps()[0].id
    actions = next(one for one in document.sections(first) if one.name == "Actions")
    records = [
        *((one.id, "text") for one in document.all(Note) if one.section == actions.id),
        *((one.id, "name") for one in document.all(Stage)),
        *((one.id, "title") for one in document.all(JourneyMap)),
    ]
    for (id, field), text in zip(records, texts, strict=False):
        document.apply(set_fields(document, [id], plain_label(""), **{field: text}))
    return document


def tasks_of(document: Document) -> list[tuple[str, str]]:
    """Stage and text of what the customer does."""
    return [
        (" ".join(stage.name.split()) or "–", " ".join(note.text.split()) or "–")
        for journey_map in document.maps()
        for section in document.sections(journey_map.id)
        if section.name == "Actions"
        for stage in document.stages(journey_map.id)
        for note in document.notes(section.id, stage.id)
    ]


def _odd(chance: random.Random) -> str:
    return "".join(chance.choice((*LETTERS, *WORDS)) for _ in range(chance.randint(0, 25)))


def test_every_template_is_valid(folder: Path) -> None:
    journeys = [written(template(name)) for name in template_names()]
    several = template("pizzeria")
    several.apply(plan_future_state(several, several.maps()[0].id))
    assert [one for one in parsed(folder, [*journeys, written(several)]) if "fault" in one] == []


@pytest.mark.slow("asks another program")
def test_whatever_the_texts_hold_each_task_is_read_as_it_is(folder: Path) -> None:
    chance = random.Random(18)
    documents = []
    for _ in range(100):
        texts = [_odd(chance) for _ in range(40)]
        documents.append(with_texts(texts))
    found = parsed(folder, [written(document) for document in documents])
    for document, journey in zip(documents, found, strict=True):
        assert "fault" not in journey, (journey, written(document))
        read = [(plain(task["section"]), plain(task["task"])) for task in journey["tasks"]]
        assert read == tasks_of(document)
