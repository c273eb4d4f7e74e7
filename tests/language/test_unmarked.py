"""No sentence stands in the code that is not marked to be translated."""

from pathlib import Path

import pytest

from app.resources import resource
from tests.unmarked import Excepted, Unmarked, unmarked

TOP = resource("languages").parent.parent
EXCEPTED = (
    Excepted(
        "the steps' names in files of earlier schemas, which were stored",
        "app/model/upgrades/english_labels.py",
    ),
    Excepted("English is written without Babel", "app/language/days.py"),
    Excepted("names of fonts and styles", "app/drawing/fonts.py", frozenset(["Inter"])),
    Excepted("names of fonts and styles", "app/model/records/styling.py", frozenset(["Inter"])),
    *(Excepted("SQL", f"app/storage/migrations/versions/schema_000{number}.py") for number in (5, 7)),
    Excepted(
        "names of fonts and styles",
        "app/formats/svg/svg_painter.py",
        frozenset(["{}, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"]),
    ),
    Excepted("names of fonts and styles", "app/widgets/program/style.py", frozenset(["Fusion"])),
    Excepted("what a service is asked for", "app/widgets/room/awake.py", frozenset(["Inhibit"])),
    Excepted("parts of a PDF file", "app/formats/pdf/pdf_hidden.py", frozenset(["Hidden", "{} beginbfchar"])),
    Excepted("what a thumbnail calls its text", "app/widgets/start/thumbnails.py", frozenset(["Title"])),
    Excepted(
        "words of Mermaid",
        "app/formats/tables/writing/mermaid_file.py",
        frozenset(["    title {}", "    section {}"]),
    ),
    Excepted(
        "headings that programs look for, whatever is spoken", "app/formats/tables/writing/tidy_rows.py"
    ),
    Excepted(
        "attributes of a packed file's XML",
        "app/formats/tables/grids/packed_parts.py",
        frozenset(["Type", "Target"]),
    ),
    Excepted("names of fonts and styles", "app/formats/xlsx/book.py", frozenset(["Calibri"])),
    Excepted(
        "how pydantic begins a sentence", "app/formats/json/json_faults.py", frozenset(["Value error, "])
    ),
    Excepted(
        "what a file holds that says nothing; verbs give a name",
        "app/model/records/grid.py",
        frozenset(["Untitled map"]),
    ),
    Excepted(
        "what a file holds that says nothing; verbs give a name",
        "app/model/records/people.py",
        frozenset(["Untitled project"]),
    ),
    Excepted(
        "names of papers, as they are typed and printed on their packets",
        "app/pages/",
        frozenset(["Letter", "Legal", "Tabloid", "Roll {}"]),
    ),
    Excepted("a roll as files and options name it", "app/language/papers.py", frozenset(["Roll {}"])),
    Excepted(
        "these stand below the language; system_words.py says them", "app/paths.py", frozenset(["not a file"])
    ),
    Excepted(
        "where the catalogues are missing, too",
        "app/resources.py",
        frozenset(["Journeywall’s own file {} is missing; install it again."]),
    ),
)


@pytest.fixture(scope="module")
def found() -> list[Unmarked]:
    return list(unmarked(TOP))


def test_what_people_read_is_marked(found: list[Unmarked]) -> None:
    assert [one for one in found if not any(excepted.has(one) for excepted in EXCEPTED)] == []


@pytest.mark.parametrize("excepted", EXCEPTED, ids=lambda one: one.path)
def test_each_exception_is_needed(excepted: Excepted, found: list[Unmarked]) -> None:
    texts = {one.text for one in found if excepted.has(one)}
    assert texts
    assert excepted.texts <= texts


@pytest.mark.parametrize(
    "code",
    [
        'button.setText("Save now")',
        'QLabel("Not yet")',
        'QLabel("pain point")',
        'label = QLabel(f"{count} notes")',
        'button.setToolTip("notes")',
        'raise FooError("The file is gone.")',
        'TITLE = "Delete"',
        'Phrase("Save now")',
        'words = f"{count} notes"',
        'print("no such file")',
        'window.show_message("Deleted the stage.")',
        'def tell(words: str = "Not yet") -> None: ...',
    ],
)
def test_a_sentence_that_is_not_marked_is_found(tmp_path: Path, code: str) -> None:
    assert found_in(tmp_path, code)


@pytest.mark.parametrize(
    "code",
    [
        'button.setText(tr("Save now"))',
        'raise FooError(phrase("The file is gone."))',
        'raise ValueError("a span has two ends")',
        'Role = Literal["pain point"]\nROLE: Role = "pain point"',
        'log.warning("no backup: %s", error)',
        'button.setObjectName("Save now")',
        'QLabel("Journeywall")',
        'keys = ("Ctrl+Shift+K", "Esc")',
        'path = folder / "as it is"',
        'if tr("Undo") == "Undo":\n    pass',
        '"""What this is."""',
        'def tell(words: "Some words") -> None: ...',
    ],
)
def test_what_nobody_reads_need_not_be_marked(tmp_path: Path, code: str) -> None:
    assert found_in(tmp_path, code) == []


def found_in(top: Path, code: str) -> list[str]:
    (top / "app").mkdir()
    (top / "app" / "some.py").write_text(code, encoding="utf-8")
    return [one.text for one in unmarked(top)]
