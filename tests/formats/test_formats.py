"""What holds for every file format, and for every file that is written."""

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from app.formats import FORMATS, format_of
from app.formats.format import Format, write_safely
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.writing.csv_options import CsvOptions
from app.formats.templates import BLANK, template, template_names
from app.model import invariants
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, JourneyMap, Note, Persona, Project, Section
from app.model.verbs.emotions import points_in_order
from app.pages.errors import FormatError
from app.pages.poster.poster_options import MapOptions

WRITING = [known for known in FORMATS if known.writes]
READING = [known for known in FORMATS if known.reads]
BOTH = [known for known in READING if known.writes and known.holds == "project"]


def names(formats: list[Format]) -> list[str]:
    return [known.name for known in formats]


@pytest.fixture
def sample() -> Document:
    return template("pizzeria")


def listed(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, hidden ones as well, with what is in it."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# Every format


def test_every_format_can_be_told_from_the_others() -> None:
    assert len({known.name for known in FORMATS}) == len({known.suffix for known in FORMATS}) == len(FORMATS)
    for known in FORMATS:
        assert known.suffix.startswith(".")
        assert known.description
        assert known.writes or known.reads


@pytest.mark.parametrize("known", WRITING, ids=names(WRITING))
def test_a_format_writes_the_sample_and_nothing_beside_it(
    known: Format, sample: Document, tmp_path: Path
) -> None:
    known.write(sample, tmp_path / f"map{known.suffix}")
    [(name, data)] = listed(tmp_path).items()
    assert name == f"map{known.suffix}"
    assert len(data) > 300


@pytest.mark.parametrize("known", WRITING, ids=names(WRITING))
def test_a_format_replaces_a_file_only_where_it_is_told_to(
    known: Format, sample: Document, tmp_path: Path
) -> None:
    path = tmp_path / f"map{known.suffix}"
    path.write_bytes(b"old")
    with pytest.raises(FormatError, match="already exists"):
        known.write(sample, path)
    assert listed(tmp_path) == {path.name: b"old"}
    known.write(sample, path, force=True)
    assert path.read_bytes() != b"old"


@pytest.mark.parametrize("known", WRITING, ids=names(WRITING))
def test_a_format_writes_a_map_without_stages_or_sections(known: Format, tmp_path: Path) -> None:
    known.write(template("blank"), tmp_path / f"map{known.suffix}")


@pytest.mark.parametrize("known", WRITING, ids=names(WRITING))
def test_a_map_that_is_not_there_leaves_no_file(known: Format, sample: Document, tmp_path: Path) -> None:
    own = CsvOptions if known.options_type is CsvOptions else JsonOptions
    with pytest.raises(FormatError, match="no map"):
        known.write(
            sample,
            tmp_path / f"map{known.suffix}",
            ExportOptions(MapOptions(map="lunch"), own(map="lunch")),
        )
    assert listed(tmp_path) == {}


@pytest.mark.parametrize("known", BOTH, ids=names(BOTH))
def test_a_format_that_reads_gives_back_what_it_wrote(
    known: Format, sample: Document, tmp_path: Path
) -> None:
    path = tmp_path / f"map{known.suffix}"
    known.write(sample, path)
    assert known.read(path) == (sample, ())


@pytest.mark.parametrize("known", READING, ids=names(READING))
def test_a_file_that_cannot_be_read_is_named(known: Format, tmp_path: Path) -> None:
    missing = tmp_path / f"missing{known.suffix}"
    with pytest.raises(FormatError, match=r"missing.* cannot be read: no such file or folder\."):
        known.read(missing)
    with pytest.raises(FormatError, match="cannot be read: it is a folder, not a file"):
        known.read(tmp_path)
    broken = tmp_path / f"broken{known.suffix}"
    broken.write_bytes(b"\xff\x00")
    with pytest.raises(FormatError, match=f"“broken{known.suffix}” cannot be read. "):
        known.read(broken)


def test_a_name_tells_its_format_in_capitals_too() -> None:
    assert format_of(Path("folder.json/MAP.PDF")).name == "PDF"
    with pytest.raises(FormatError, match=r"Journeywall does not know files like “map.docx”"):
        format_of(Path("map.docx"))
    with pytest.raises(FormatError, match="does not know files"):
        format_of(Path("map"))


def test_to_list_the_formats_needs_none_of_their_libraries() -> None:
    asks = "import sys, app.formats; print(*{'PySide6', 'reportlab', 'app.storage'} & {*sys.modules})"
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


# Every file


def test_what_fails_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    path.write_bytes(b"old")

    def half(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise FormatError("The paper is not known.")

    with pytest.raises(FormatError, match="paper"):
        write_safely(path, half, force=True)
    assert listed(tmp_path) == {"map.pdf": b"old"}


def test_a_bug_or_an_interruption_leaves_no_half_written_file_either(tmp_path: Path) -> None:
    for error in (ZeroDivisionError, KeyboardInterrupt):

        def half(stream: BinaryIO, error: type[BaseException] = error) -> None:
            stream.write(b"half")
            raise error

        with pytest.raises(error):
            write_safely(tmp_path / "map.pdf", half)
    assert listed(tmp_path) == {}


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    def full(stream: BinaryIO) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(FormatError, match=r"map.pdf” cannot be written: the disk is full\."):
        write_safely(tmp_path / "map.pdf", full)
    assert listed(tmp_path) == {}


def test_a_file_that_appears_in_the_meantime_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"

    def while_another_writes(stream: BinaryIO) -> None:
        stream.write(b"ours")
        path.write_bytes(b"theirs")

    with pytest.raises(FormatError, match="already exists"):
        write_safely(path, while_another_writes)
    assert listed(tmp_path) == {"map.pdf": b"theirs"}


def test_a_place_where_no_file_can_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        stream.write(b"data")

    with pytest.raises(FormatError, match="There is no folder"):
        write_safely(tmp_path / "missing" / "map.pdf", write)
    with pytest.raises(FormatError, match="is not a file"):
        write_safely(tmp_path, write, force=True)
    with pytest.raises(FormatError, match="cannot be written: its name is too long"):
        write_safely(tmp_path / f"{'x' * 300}.pdf", write)
    with pytest.raises(FormatError, match="is not a file"):
        write_safely(Path(os.devnull), write, force=True)


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions are a matter of POSIX")
def test_a_link_and_the_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)

    def write(stream: BinaryIO) -> None:
        stream.write(b"new")

    write_safely(link, write, force=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


# Templates


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_a_sound_project(name: str) -> None:
    document = template(name)
    assert list(invariants.faults(document)) == []
    assert document.maps()
    assert len(document.legend()) == 8
    assert template(name) == document


def test_the_blank_template_is_one_map_without_anything() -> None:
    assert template_names()[0] == BLANK
    document = template(BLANK)
    assert {type(record) for record in document if record.kind != "legend entry"} == {Project, JourneyMap}


def test_a_template_that_is_not_there_is_told_with_those_that_are() -> None:
    for name in ("lasagne", "../templates/blank", ""):
        with pytest.raises(FormatError, match=f"There is no template “{name}”; there are blank, .*pizzeria"):
            template(name)


def test_the_sample_is_the_dinner_at_a_pizzeria() -> None:
    document = template("pizzeria")
    [dinner] = document.maps()
    [eva] = document.personas()
    assert (document.project.name, dinner.title, dinner.personas) == (
        "Trattoria Lago", "Dinner at a pizzeria", (eva.id,),
    )  # fmt: skip
    assert (eva.name, eva.age, eva.colour) == ("Eva Molin", 29, Persona(id="any").colour)
    assert [stage.name for stage in document.stages(dinner.id)] == [
        "Awareness", "Research", "Arrival", "Order", "Time to eat", "Leave", "Feedback", "Come back",
    ]  # fmt: skip
    emotions = next(one for one in document.all(Section) if one.section_kind == "emotional-graph")
    assert [point.value for point in points_in_order(document, emotions)] == [1, 2, -3, -1.5, 4.5, -1, 1, 3]
    notes = document.all(Note)
    assert len(notes) == 70
    process = {entry.stage: (entry.process, entry.channels) for entry in document.all(Entry)}
    assert process == {
        "awareness": ("linear", ("phone",)),
        "research": ("non-linear", ("phone", "web")),
        "arrival": ("linear", ("car", "on foot")),
        "order": ("bi-directional", ("face to face",)),
        "leave": ("linear", ("face to face", "card")),
        "feedback": ("cyclic", ("web", "social media")),
        "come-back": ("cyclic", ("e-mail", "phone")),
    }
    assert {note.text: note.votes for note in notes if note.votes} == {
        "Light the sign": 5,
        "Publish today’s menu": 3,
        "Allergen icons beside each dish": 4,
    }
    pains = [note for note in notes if note.section == "pain-points"]
    assert {note.text for note in pains if note.evidence == "assumption"} == {
        "Menu on the site is from last year",
        "Car park is full by seven",
        "E-mails come every other day",
    }
    assert {note.source for note in pains if note.evidence == "validated"} == {"8 interviews, October"}
    assert {note.text for note in pains if note.impact == "abandon"} == {
        "Car park is full by seven",
        "The form asks for ten fields",
    }
    assert {note.text for note in notes if note.moment_of_truth} == {
        "Asks about the ingredients",
        "Pays by card",
    }
    assert all(point.persona == eva.id for point in document.all(EmotionPoint))
