"""The command line as it is typed: what comes out, what is said, and with which exit status."""

import errno
import json
import os
import shlex
import sqlite3
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from app import __version__
from app.cli import main
from app.cli.arguments import COMMANDS
from app.formats.templates import template, template_names
from app.limits import MOST_FILES
from app.model.history.history import History
from app.model.records import Note
from app.model.verbs.maps import add_map
from app.model.verbs.notes import set_text
from app.storage.project_file import ProjectFile
from app.widgets.base.window_memory import settings
from app.widgets.program.spelling import CHECKS
from benchmarks.torture.strangers import names_a_victim
from benchmarks.work import work_on, write_history
from tests.bad_targets import FORBIDDEN, IS_LINUX, SUFFIXES, full_disk
from tests.formats.reading import ReadPdf
from tests.storage.projects import small_file

Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which the command line starts from."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sample(folder: Path) -> Path:
    assert main(["new", "dinner.journey", "--template", "pizzeria"]) == 0
    return folder / "dinner.journey"


def failure(output: Output, *arguments: str) -> str:
    """The one sentence with which a job fails."""
    output.readouterr()
    assert main(arguments) == 1
    said = output.readouterr().err
    assert said.startswith("journeywall: ")
    assert said.count("\n") == 1
    assert said.endswith(".\n")
    return said.removeprefix("journeywall: ").strip()


def complaint(output: Output, *arguments: str) -> str:
    """What is said of wrong usage."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    return " ".join(output.readouterr().err.split())


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own; an empty value takes a variable away."""
    given = {name: value for name, value in (os.environ | environment).items() if value}
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    given["PYTHONPATH"] = str(Path(__file__).parent.parent)
    return subprocess.run(command, env=given, capture_output=True, text=True, encoding="utf-8", timeout=120)


# New and check


def test_a_new_project_is_made_from_a_template(sample: Path, capsys: Output) -> None:
    assert main(["check", "dinner.journey"]) == 0
    said = capsys.readouterr().out
    assert [line.split(maxsplit=1) for line in said.splitlines()] == [
        ["1", "persona"], ["1", "map"], ["8", "stages"], ["8", "sections"], ["70", "notes"],
        ["8", "emotion points"],
    ]  # fmt: skip


def test_a_new_project_without_a_template_is_one_empty_map(folder: Path) -> None:
    assert main(["new", "empty.journey"]) == 0
    with ProjectFile.open(folder / "empty.journey") as project:
        assert project.document == template("blank")


@pytest.mark.parametrize("name", template_names())
def test_every_template_can_be_made_a_project_checked_and_exported(folder: Path, name: str) -> None:
    assert main(["new", "made.journey", "--template", name]) == 0
    assert main(["check", "made.journey"]) == 0
    assert main(["export", "made.journey", "made.pdf"]) == 0
    assert (folder / "made.pdf").read_bytes().startswith(b"%PDF-")


def test_an_old_project_is_replaced_only_by_force(sample: Path, capsys: Output) -> None:
    before = sample.read_bytes()
    assert "There is already a file dinner.journey" in failure(capsys, "new", "dinner.journey")
    assert sample.read_bytes() == before
    assert main(["new", "dinner.journey", "--force"]) == 0
    with ProjectFile.open(sample) as project:
        assert project.document == template("blank")


def test_a_damaged_file_is_said_to_be_and_fails_the_check(sample: Path, capsys: Output) -> None:
    connection = sqlite3.connect(sample)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM persona")
    connection.commit()
    connection.close()
    assert main(["check", "dinner.journey"]) == 1
    said = capsys.readouterr()
    assert "0 personas" in said.out
    assert "persona" in said.out.splitlines()[-1]
    assert said.err.startswith("journeywall: dinner.journey is damaged: ")


def test_what_lies_beside_a_file_and_is_not_its_own_is_told_by_every_job(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    victim = tmp_path / "thesis.txt"
    victim.write_text("years of work")
    names_a_victim(sample, victim)
    for job in ("check dinner.journey", "export dinner.journey out.json", "thin dinner.journey"):
        assert main(job.split()) == 0
        assert "dinner.journey-journal" in capsys.readouterr().err
    assert victim.read_text() == "years of work"
    assert main(["check", "dinner.journey"]) == 0
    assert capsys.readouterr().err == ""


def test_a_damaged_file_is_rescued_into_another_and_what_is_missing_is_told(
    sample: Path, capsys: Output
) -> None:
    damaged = sample.read_bytes()[:-20_000]
    sample.write_bytes(damaged)
    assert main(["recover", "dinner.journey", "rescued.journey"]) == 0
    said = capsys.readouterr().out
    assert "The file was cut short" in said
    assert main(["check", "rescued.journey"]) == 0
    assert sample.read_bytes() == damaged
    assert "There is already a file" in failure(capsys, "recover", "dinner.journey", "rescued.journey")


@pytest.mark.parametrize("job", ["check", "export"])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "There is no file"),
        (b"", "it is empty"),
        (b"Dear diary", "not a Journeywall project"),
        (b"SQLite format 3\x00" + bytes(5_000), "broken.journey"),
    ],
    ids=["missing", "empty", "text", "nonsense"],
)
def test_what_is_no_project_is_refused_and_nothing_is_written(
    folder: Path, capsys: Output, job: str, data: bytes | None, sentence: str
) -> None:
    if data is not None:
        (folder / "broken.journey").write_bytes(data)
    before = sorted(folder.iterdir())
    arguments = ["broken.journey"] if job == "check" else ["broken.journey", "out.pdf"]
    assert sentence in failure(capsys, job, *arguments)
    assert sorted(folder.iterdir()) == before


# Export and import


@pytest.mark.parametrize(
    ("name", "beginning"), [("a.pdf", b"%PDF-"), ("a.PNG", b"\x89PNG"), ("a.json", b"{\n")]
)
def test_the_ending_of_its_name_says_what_is_exported(sample: Path, name: str, beginning: bytes) -> None:
    assert main(["export", "dinner.journey", name]) == 0
    assert sample.with_name(name).read_bytes().startswith(beginning)


def test_json_goes_round_to_the_byte(sample: Path) -> None:
    assert main(["export", "dinner.journey", "a.json"]) == 0
    assert main(["import", "a.json", "b.journey"]) == 0
    assert main(["export", "b.journey", "b.json"]) == 0
    assert sample.with_name("a.json").read_bytes() == sample.with_name("b.json").read_bytes()


def test_what_a_table_does_not_hold_is_told_apart_from_what_is_asked_for(
    sample: Path, capsys: Output
) -> None:
    assert main(["export", "dinner.journey", "dinner.csv"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    first, *notes = said.err.splitlines()
    assert first == "journeywall: dinner.csv does not hold all of the project."
    assert "  Not in it: 9 relations" in notes
    assert main(["export", "dinner.journey", "dinner.json"]) == 0
    assert capsys.readouterr().err == ""


def test_an_export_is_replaced_only_by_force(sample: Path, capsys: Output) -> None:
    out = sample.with_name("a.json")
    out.write_text("old")
    assert "already exists" in failure(capsys, "export", "dinner.journey", "a.json")
    assert out.read_text() == "old"
    assert main(["export", "dinner.journey", "a.json", "--force"]) == 0
    assert out.read_text(encoding="utf-8").startswith("{")


def test_the_map_to_export_is_named_by_its_title_or_id(sample: Path, capsys: Output) -> None:
    with ProjectFile.open(sample) as project:
        for number, title in enumerate(("Lunch", "Twins", "twins")):
            project.history.do(add_map(project.document, title, id=f"id-{number}"))
    assert main(["export", "dinner.journey", "lunch.json", "--map", "lunch"]) == 0
    assert maps_in(sample.with_name("lunch.json")) == ["Lunch"]
    assert main(["export", "dinner.journey", "twin.json", "--map", "id-2"]) == 0
    assert maps_in(sample.with_name("twin.json")) == ["twins"]
    assert "2 maps are called" in failure(capsys, "export", "dinner.journey", "x.json", "--map", "Twins")
    missing = failure(capsys, "export", "dinner.journey", "x.json", "--map", "Breakfast")
    assert missing.startswith(
        "There is no map “Breakfast” in this project; its maps are “Dinner at a pizzeria”, "
    )
    assert not sample.with_name("x.json").exists()


def maps_in(path: Path) -> list[str]:
    return [one["title"] for one in json.loads(path.read_text(encoding="utf-8"))["project"]["maps"]]


def test_paper_and_orientation_make_the_page(sample: Path) -> None:
    assert main(["export", "dinner.journey", "a.pdf", "--paper", "a4", "--orientation", "portrait"]) == 0
    assert b"595.27" in sample.with_name("a.pdf").read_bytes()


def test_a_project_that_is_open_elsewhere_can_be_exported_but_not_replaced(
    sample: Path, capsys: Output
) -> None:
    with ProjectFile.open(sample) as project:
        note = project.document.all(Note)[0]
        project.history.do(set_text(project.document, note.id, "Just typed"))
        project.wait_until_saved()
        assert main(["export", "dinner.journey", "a.json"]) == 0
        assert "Just typed" in sample.with_name("a.json").read_text(encoding="utf-8")
        assert "already open" in failure(capsys, "new", "dinner.journey", "--force")


def test_json_with_a_fault_names_its_place_and_makes_no_project(folder: Path, capsys: Output) -> None:
    content = {"format": "journeywall", "version": 1, "project": {"maps": [{"stages": [{"name": 5}]}]}}
    (folder / "in.json").write_text(json.dumps(content))
    sentence = failure(capsys, "import", "in.json", "out.journey")
    assert sentence == "“in.json” cannot be read. “project.maps[0].stages[0].name” must be text."
    assert [path.name for path in folder.iterdir()] == ["in.json"]
    (folder / "in.json").write_text("{")
    assert "It is not JSON" in failure(capsys, "import", "in.json", "out.journey")
    assert "no such file" in failure(capsys, "import", "gone.json", "out.journey")


def test_a_failed_import_leaves_the_old_project_even_by_force(sample: Path, capsys: Output) -> None:
    before = sample.read_bytes()
    sample.with_name("in.json").write_text("[]")
    assert "must be an object" in failure(capsys, "import", "in.json", "dinner.journey", "--force")
    assert sample.read_bytes() == before


def test_a_table_is_put_into_a_map_of_a_project_that_is_there(sample: Path, capsys: Output) -> None:
    sample.with_name("in.csv").write_text(",Arrival,Order\nActions,Hums,Points\n", encoding="utf-8")
    assert main(["import", "in.csv", "dinner.journey", "--map", "dinner at a pizzeria"]) == 0
    assert main(["import", "in.csv", "dinner.journey", "--add"]) == 0
    with ProjectFile.open(sample, read_only=True) as project:
        first, second = project.document.maps()
        texts = {note.text for note in project.document.all(Note)}
    assert {"Hums", "Points", "Reads the menu"} <= texts
    assert second.id != first.id
    assert "has no stages" not in capsys.readouterr().err


def test_several_tables_follow_one_another_into_a_map(sample: Path) -> None:
    tables = (("Actions", "Hums", "Points"), ("Touchpoints", "A bell", "A board"))
    rows = [f"|  | Arrival | Order |\n|---|---|---|\n| {' | '.join(table)} |\n" for table in tables]
    sample.with_name("in.md").write_text("\n".join(rows), encoding="utf-8")
    assert main(["import", "in.md", "dinner.journey", "--map", "Dinner at a pizzeria"]) == 0
    with ProjectFile.open(sample, read_only=True) as project:
        texts = {note.text for note in project.document.all(Note)}
    assert {"Hums", "Points", "A bell", "A board"} <= texts


def test_a_table_that_fits_no_map_is_told_and_nothing_is_kept(sample: Path, capsys: Output) -> None:
    sample.with_name("in.csv").write_text(",A,B\nX,1x,2x\nY,3x,4x\n", encoding="utf-8")
    before = sample.read_bytes()
    told = failure(capsys, "import", "in.csv", "dinner.journey", "--map", "Dinner at a pizzeria")
    assert "has no stages and sections that the table names" in told
    assert "There is no map “Lunch”" in failure(
        capsys, "import", "in.csv", "dinner.journey", "--map", "Lunch"
    )
    assert sample.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(sample: Path, capsys: Output) -> None:
    assert "folder" in failure(capsys, "export", "dinner.journey", "gone/a.pdf")
    assert "gone" in failure(capsys, "new", "gone/a.journey")


# Usage


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("new", "the following arguments are required: OUT.journey"),
        ("new a.json", "“a.json” must end in .journey"),
        ("new a.journey --template lasagne", "invalid choice: 'lasagne'"),
        ("export a.journey", "the following arguments are required: OUT"),
        (
            "export a.journey a.docx",
            "“a.docx” cannot be written: its name must end in .pdf or .png or .svg or .json",
        ),
        ("export a.journey a.pdf --paper A99", "There is no paper “A99”; Journeywall knows A0"),
        ("export a.journey a.pdf --orientation sideways", "invalid choice: 'sideways'"),
        ("import a.pdf a.journey", "“a.pdf” cannot be read: its name must end in .json"),
        ("import a.json a.json", "“a.json” must end in .journey"),
        ("check", "the following arguments are required: FILE"),
        ("check a.journey b.journey", "unrecognized arguments: b.journey"),
        ("--nonsense", "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_usage_is_told_and_does_nothing(
    folder: Path, capsys: Output, arguments: str, said: str
) -> None:
    assert said in complaint(capsys, *arguments.split())
    assert list(folder.iterdir()) == []


def test_the_help_names_every_job_and_its_examples_work(sample: Path, capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    general = capsys.readouterr().out
    assert main(["export", "dinner.journey", "dinner.json"]) == 0
    for name, command in COMMANDS.items():
        assert f"  {name} " in general
        assert command.example in general
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0
        assert f"example:\n  {command.example}\n" in capsys.readouterr().out
        program, *arguments = shlex.split(command.example)
        assert program == "journeywall"
        if name in ("new", "import"):
            arguments.append("--force")
        assert main(arguments) == 0


def test_the_version_is_told(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"journeywall {__version__}\n")


# As a process


def test_a_job_runs_as_a_process_with_its_exit_status(folder: Path) -> None:
    made = run("new", folder / "a.journey", "--template", "pizzeria")
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    failed = run("new", folder / "a.journey")
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert run("export").returncode == 2


def test_a_console_that_knows_only_ascii_is_no_reason_to_fail(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ProjectFile.open(sample) as project:
        project.history.do(add_map(project.document, "Ελένη"))
    told = run("check", sample, PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stderr) == (0, "")
    with monkeypatch.context() as console:
        console.setattr(sys, "stdout", TextIOWrapper(BytesIO(), encoding="ascii"))
        with pytest.raises(SystemExit) as stopped:
            main(["--help"])
    assert stopped.value.code == 0
    failed = run("export", sample, "x.pdf", "--map", "Ωmega", PYTHONIOENCODING="ascii")
    assert failed.returncode == 1
    assert failed.stderr.startswith("journeywall: There is no map ")


def test_a_check_needs_no_qt_and_no_pdf(sample: Path) -> None:
    asks = (
        "import sys; from app.cli import main; main(['check', sys.argv[1]]);"
        "sys.exit(bool({'PySide6', 'reportlab'} & {*sys.modules}))"
    )
    told = subprocess.run([sys.executable, "-c", asks, sample], cwd=Path(__file__).parent.parent, check=False)
    assert told.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so_and_the_jobs_still_work(sample: Path) -> None:
    none = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    shown = run(sample, **none)
    assert (shown.returncode, shown.stdout) == (1, "")
    assert shown.stderr.startswith("journeywall: There is no display for the window; ")
    drawn = run("export", sample, sample.with_name("a.png"), **none)
    assert (drawn.returncode, drawn.stderr) == (0, "")


def test_a_file_that_is_not_there_opens_no_window(folder: Path, capsys: Output) -> None:
    assert "There is no file “exprot”" in failure(capsys, "exprot")
    assert "There is no file “exprot”" in failure(capsys, "exprot", "a.journey", "a.pdf")


def test_a_job_that_is_misspelt_opens_none_of_the_files_after_it(sample: Path, capsys: Output) -> None:
    assert "There is no file “exprot”" in failure(capsys, "exprot", str(sample), "a.pdf")


def test_more_files_than_windows_can_be_opened_for_are_refused(sample: Path, capsys: Output) -> None:
    said = failure(capsys, *[str(sample)] * (MOST_FILES + 1))
    assert said == "501 files are too many to open at once; up to 500 can be opened."


def test_the_program_tests_itself() -> None:
    told = run("--self-test")
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stderr == ""
    assert {line.split(maxsplit=1)[0] for line in told.stdout.splitlines()} == {"ok"}


# Posters


def exported(folder: Path, arguments: str) -> bytes:
    assert main(["export", "dinner.journey", "poster.pdf", "--force", *shlex.split(arguments)]) == 0
    return (folder / "poster.pdf").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        "--paper roll-914 --tile A4 --overlap 10mm --numbers --greyscale",
        "--paper 900x1200mm --orientation portrait --margin 0.5in --bleed 3mm --ink-saving",
        "--fit true --tile Letter --overlap 1cm",
        "--fit 50% --footer 'Workshop of November'",
        "--bands 2 --all-maps",
        "--stage Order --stage Leave --section Touchpoints",
        "--persona-sheets --paper Letter --orientation portrait",
        "--paper A2 --with-persona-sheets A4",
        "--workshop-kit --paper Letter --ink-saving",
    ],
)
def test_a_poster_is_made_as_it_is_asked_for(sample: Path, arguments: str) -> None:
    assert exported(sample.parent, arguments).startswith(b"%PDF-1.6")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--paper 10x10mm", "50 mm to 50 m is possible"),
        ("--margin wide", "“wide” is not a length"),
        ("--overlap 2m", "0 mm to 100 mm"),
        ("--fit large", "“large” is not a scale"),
        ("--bands 0", "“Bands” may be 1 to 20"),
        ("--fit 9000%", "“Size” may be 2 % to 2,000 %"),
        ("--greyscale --ink-saving", "not allowed with"),
        ("--dpi 5", "10 to 2,400"),
        ("--pixels 20000", "1 to 16,384"),
    ],
)
def test_a_poster_that_cannot_be_is_refused_with_what_can(
    sample: Path, capsys: Output, arguments: str, said: str
) -> None:
    assert said in complaint(capsys, "export", "dinner.journey", "a.pdf", *arguments.split())
    assert not sample.with_name("a.pdf").exists()


def test_what_is_asked_for_and_not_on_the_map_is_told(sample: Path, capsys: Output) -> None:
    told = failure(capsys, "export", "dinner.journey", "a.pdf", "--stage", "Dessert")
    assert told.startswith("There is no stage “Dessert” on this map; its stages are “Awareness”, ")
    assert not sample.with_name("a.pdf").exists()


@pytest.mark.skipif(not IS_LINUX, reason="sets a limit as Linux knows it")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_leaves_the_old_file_and_no_other(sample: Path, capsys: Output, suffix: str) -> None:
    out = sample.with_name(f"poster{suffix}")
    out.write_text("old")
    before = sorted(sample.parent.iterdir())
    with full_disk():
        told = failure(capsys, "export", "dinner.journey", out.name, "--force")
    assert "cannot be written: the disk takes no file that large." in told
    assert out.read_text() == "old"
    assert sorted(sample.parent.iterdir()) == before


@pytest.mark.skipif(not IS_LINUX, reason="knows a folder of Linux where nobody may write")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_that_nobody_may_write_into_is_told(sample: Path, capsys: Output, suffix: str) -> None:
    told = failure(capsys, "export", "dinner.journey", str(FORBIDDEN / f"poster{suffix}"))
    assert f"poster{suffix}” cannot be written: " in told
    assert not (FORBIDDEN / f"poster{suffix}").exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_another_program_keeps_open_stays_and_no_other_is_left(
    sample: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """As Windows refuses it."""
    out = sample.with_name(f"poster{suffix}")
    out.write_text("old")
    before = sorted(sample.parent.iterdir())

    def refuse(path: Path, target: object) -> Path:
        error = PermissionError(errno.EACCES, "The process cannot access the file", str(target))
        setattr(error, "winerror", 32)  # noqa: B010 - only Windows has it
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    told = failure(capsys, "export", "dinner.journey", out.name, "--force")
    assert "cannot be written: another program is using it." in told
    assert out.read_text() == "old"
    assert sorted(sample.parent.iterdir()) == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_map_is_exported_and_says_that_it_is_empty(folder: Path, suffix: str) -> None:
    assert main(["new", "empty.journey"]) == 0
    out = folder / f"poster{suffix}"
    assert main(["export", "empty.journey", out.name]) == 0
    if suffix == ".svg":
        assert "This map is empty" in out.read_text(encoding="utf-8")
    if suffix == ".pdf":
        assert any("This map is empty" in line.text for line in ReadPdf(out.read_bytes()).lines)


@pytest.mark.parametrize(
    ("suffix", "arguments", "said"),
    [
        (".pdf", "--paper 1x1mm", "50 mm to 50 m"),
        (".svg", "--paper 90mx90m", "50 mm to 50 m"),
        (".pdf", "--bands 999", "“Bands” may be 1 to 20"),
        (".png", "--pixels 99999", "1 to 16,384"),
        (".png", "--dpi 9000", "10 to 2,400"),
        (".pdf", "--overlap 9m", "0 mm to 100 mm"),
    ],
)
def test_an_absurd_size_is_refused_with_the_range(
    sample: Path, capsys: Output, suffix: str, arguments: str, said: str
) -> None:
    out = sample.with_name(f"poster{suffix}")
    assert said in complaint(capsys, "export", "dinner.journey", out.name, *arguments.split())
    assert not out.exists()


def test_a_picture_too_large_for_its_paper_is_refused_with_the_range(sample: Path, capsys: Output) -> None:
    told = failure(capsys, "export", "dinner.journey", "a.png", "--paper", "A0", "--dpi", "2400")
    assert "A side may have 1 to 16,384 pixels" in told
    assert not sample.with_name("a.png").exists()


def test_notes_are_chosen_by_their_numbers(sample: Path, capsys: Output) -> None:
    assert main(["export", "dinner.journey", "two.svg", "--note", "1", "--note", "#3", "--numbers"]) == 0
    said = sample.with_name("two.svg").read_text(encoding="utf-8")
    assert [number for number in range(1, 10) if f">{number}</text>" in said] == [1, 3]
    told = failure(capsys, "export", "dinner.journey", "a.pdf", "--note", "999")
    assert told == "There is no note “999” on this map; its notes have numbers 1 to 70."


@pytest.fixture
def unspelt() -> None:
    """Has no process begun for spelling, which has tests of its own."""
    settings().setValue(CHECKS, False)


@pytest.mark.usefixtures("unspelt")
def test_one_persona_is_chosen_by_name_and_one_who_is_not_there_is_told(sample: Path, capsys: Output) -> None:
    chosen = ("--persona-sheets", "--persona")
    assert main(["export", "dinner.journey", "eva.svg", *chosen, "eva molin"]) == 0
    assert "Outdated menus" in sample.with_name("eva.svg").read_text(encoding="utf-8")
    told = failure(capsys, "export", "dinner.journey", "a.pdf", *chosen, "Kim")
    assert told == "There is no persona “Kim” in this project; its personas are “Eva Molin”."
    assert main(["preflight", "dinner.journey", "--persona-sheets"]) == 0
    assert capsys.readouterr().out.startswith("Eva Molin: 1 page of 297 × 210 mm")


@pytest.mark.usefixtures("unspelt")
def test_preflight_says_what_to_know_before(sample: Path, capsys: Output) -> None:
    assert main(["preflight", "dinner.journey", "--paper", "A4", "--distance", "1m", "--fit", "page"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Dinner at a pizzeria: 1 page of 297 × 210 mm"
    (told,) = (line for line in said if line.startswith("  Can be read: the title from 7"))
    assert " cm, notes from " in told
    assert " cm and the smallest text, “phone”, from " in told
    missed = [line for line in said if line.startswith("! ") and "meant to be read from 1 m" in line]
    assert [line.split()[1] for line in missed] == ["The", "Stages,", "Notes", "The"]


@pytest.mark.usefixtures("unspelt")
def test_preflight_tells_findings_as_json_with_their_records(sample: Path, capsys: Output) -> None:
    assert main(["preflight", "dinner.journey", "--fit", "true", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["parts"]
    (pages,) = (finding for finding in told["findings"] if finding["kind"] == "pages")
    assert told["pages"] > 1
    assert pages["is_warning"]
    assert pages["record"] == told["record"]
    assert "pages of A0" in pages["sentence"]


@pytest.mark.usefixtures("unspelt")
def test_preflight_tells_what_would_help_as_json(sample: Path, capsys: Output) -> None:
    """With the options that do it; and sheets that are put together are called what they are."""
    assert main(["preflight", "dinner.journey", "--fit", "fill", "--sheets", "4x3", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["parts"]
    (arranged,) = (finding for finding in told["findings"] if finding["kind"] == "arranged")
    assert "arranged for 4 × 3 sheets of A4" in arranged["sentence"]
    assert arranged["remedy"]["label"] == "Arrange the map like this…"
    assert arranged["remedy"]["arranges"]
    assert arranged["remedy"]["options"]["margin"] == 0


@pytest.mark.usefixtures("unspelt")
@pytest.mark.slow("it arranges a map anew for each switch")
def test_preflight_tells_what_switches_take_as_json(sample: Path, capsys: Output) -> None:
    assert main(["preflight", "dinner.journey", "--paper", "A1", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["parts"]
    weighed = {one["option"]: one for one in told["switches"]}
    assert weighed["footnotes"]["notes_with"] < weighed["footnotes"]["notes_without"]
    assert weighed["footnotes"]["sentence"].startswith("notes from ")
    assert weighed["call_outs"]["sentence"] == "same type size"


@pytest.mark.slow("it starts the process that reads the dictionary, twice")
def test_preflight_checks_the_spelling(folder: Path, capsys: Output) -> None:
    path = small_file(folder / "small.journey")
    with ProjectFile.open(path) as project:
        project.history.do(set_text(project.document, "note-1", "Thier hope grows"))
    assert main(["preflight", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "! “Thier” is in no dictionary; it stands in “Thier hope grows”." in said
    assert main(["preflight", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["spelling"]
    assert {("spelling", "note-1")} <= {(one["kind"], one["record"]) for one in told}


@pytest.mark.usefixtures("unspelt")
def test_a_poster_is_compared_with_a_version_by_its_name(sample: Path, capsys: Output) -> None:
    with ProjectFile.open(sample) as project:
        project.history.mark("before lunch")
        note = project.document.all(Note)[0]
        project.history.do(set_text(project.document, note.id, "Something else"))
    assert main(["export", str(sample), "dinner.svg", "--compare-with", "Before Lunch"]) == 0
    drawn = Path("dinner.svg").read_text(encoding="utf-8")
    assert "Compared with “before lunch”, " in drawn
    assert ">Δ 1<" in drawn
    said = failure(capsys, "export", str(sample), "more.svg", "--compare-with", "dinner")
    assert said == "There is no version “dinner” in this project; its versions are “before lunch”."
    assert main(["preflight", str(sample), "--compare-with", "before lunch"]) == 0


# Thin


def test_a_history_is_thinned_out_and_its_sizes_are_told(sample: Path, capsys: Output) -> None:
    def work(history: History) -> None:
        work_on(history, 300)
        history.mark("before lunch")
        work_on(history, 300)

    write_history(sample, work)
    before = sample.stat().st_size
    capsys.readouterr()
    assert main(["thin", "dinner.journey"]) == 0
    steps, sizes = capsys.readouterr().out.splitlines()
    assert steps == "Steps left: 3 of 601. Versions kept: 1."
    after = sample.stat().st_size
    assert sizes == f"dinner.journey went from {before / 1e6:.1f} MB to {after / 1e6:.1f} MB."
    assert after < before
    assert main(["check", "dinner.journey"]) == 0


def test_no_history_is_thinned_out_that_somebody_works_on(sample: Path, capsys: Output) -> None:
    with ProjectFile.open(sample) as project:
        project.history.mark("before lunch")
        said = failure(capsys, "thin", "dinner.journey")
        assert "open for reading only" in said
        assert said.endswith("Its history was left as it is.")
    assert failure(capsys, "thin", "supper.journey").startswith("There is no file supper.journey")
