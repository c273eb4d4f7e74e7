"""A workbook of ours in LibreOffice: it opens, prints, and comes back saved by it (`make test-long`)."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from openpyxl import load_workbook

from app.formats import format_of
from app.formats.tables.grids.own_lists import ACTION_ID
from app.formats.templates import template
from app.formats.xlsx.register_file import register_in
from app.formats.xlsx.register_update import register_update
from app.model.draft import Draft
from app.model.labels import NO_LABEL
from app.model.records import Entry, Note, Section

OFFICE = shutil.which("soffice") or ""

pytestmark = [
    pytest.mark.long("needs LibreOffice"),
    pytest.mark.skipif(not OFFICE, reason="needs LibreOffice"),
    pytest.mark.slow("starts LibreOffice"),
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "dinner.xlsx"
    format_of(path).write(template("pizzeria"), path)
    return path


def converted(path: Path, suffix: str) -> Path:
    """What LibreOffice makes of a file, in a folder of its own."""
    folder = path.parent / "converted"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return folder / f"{path.stem}.{suffix}"


def test_a_map_is_printed_on_one_landscape_page_with_all_its_notes(book: Path) -> None:
    pages = pypdfium2.PdfDocument(converted(book, "pdf"))
    page = pages[0]
    assert page.get_width() > page.get_height()
    text = "".join(page.get_textpage().get_text_bounded().split())
    for note in template("pizzeria").all(Note):
        assert "".join(note.text.split()) in text, note.text
    pages.close()


def test_a_register_that_libreoffice_saved_comes_back(book: Path) -> None:
    saved = converted(book, "xlsx")
    register = register_in(saved.read_bytes())
    assert register is not None
    assert len(register.kept) == len(register.rows) > 0
    sample = template("pizzeria")
    assert not register_update(sample, register).updates
    opened: Any = load_workbook(saved)
    (sheet,) = [one for one in opened.worksheets if one.cell(1, one.max_column).value == ACTION_ID]
    assert {one.type for one in sheet.data_validations.dataValidation} == {"list", "date"}
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "Light the sign")
    row[3].value = "Done"
    opened.save(saved)
    filled = register_in(saved.read_bytes())
    assert filled is not None
    assert [(one.field, one.after) for one in register_update(sample, filled).updates] == [("status", "done")]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_that_libreoffice_saved_is_read_as_the_same_map(tmp_path: Path, suffix: str) -> None:
    document = template("pizzeria")
    draft, first = Draft(document), document.maps()[0].id
    draft.insert(Section(id="metrics", map=first, name="Metrics", section_kind="metrics", position=99))
    figures = ((62.0, "%"), (3.25, "min"), (12345.678, "€"), (-4.5, "NPS"))
    for at, ((value, unit), stage) in enumerate(zip(figures, document.stages(first), strict=False)):
        draft.insert(Entry(id=f"m{at}", section="metrics", stage=stage.id, value=value, unit=unit))
    document.apply(draft.change(NO_LABEL))
    book = tmp_path / "dinner.xlsx"
    format_of(book).write(document, book)
    back = format_of(Path(f"x.{suffix}")).read(converted(book, suffix)).document
    held, came = (sorted((note.text, note.colour) for note in one.all(Note)) for one in (document, back))
    assert came == held
    read = [(entry.value, entry.unit) for entry in back.all(Entry) if entry.value is not None]
    assert read == list(figures)
