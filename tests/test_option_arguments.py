"""What the command line makes of the options of deliverables and formats: those that are, and one to come."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import formats
from app.cli import main
from app.formats.templates import template
from app.pages import deliverables
from app.pages.options import settings_of
from app.storage.project_file import ProjectFile
from tests.formats.reading import ReadPdf
from tests.formats.toy import TOY
from tests.pages.toy_sheet import TOY_SHEET

Output = pytest.CaptureFixture[str]

SETTINGS = {
    f"{options.__name__}-{name}": setting
    for options in (
        *(known.options_type for known in deliverables.DELIVERABLES),
        *(known.options_type for known in formats.FORMATS),
    )
    for name, setting in settings_of(options).items()
}


@pytest.fixture(autouse=True)
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    ProjectFile.create(tmp_path / "dinner.journey", template("pizzeria")).close()
    return tmp_path


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line more in each tuple."""
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, TOY))
    monkeypatch.setattr(deliverables, "DELIVERABLES", (*deliverables.DELIVERABLES, TOY_SHEET))


def help_of(output: Output, job: str) -> str:
    with pytest.raises(SystemExit):
        main([job, "--help"])
    return " ".join(output.readouterr().out.split())


def refusal(output: Output, *arguments: str) -> str:
    """What is said of wrong usage, behind how it is used rightly."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    return " ".join(output.readouterr().err.split(" error: ", 1)[1].split())


@pytest.mark.parametrize("job", ["export", "preflight"])
def test_the_help_names_each_option(capsys: Output, job: str) -> None:
    told = help_of(capsys, job)
    for name, setting in SETTINGS.items():
        asked = [(one.flag, one.help) for one in setting.choices if one.flag]
        for flag, explained in asked or [(setting.flag, setting.help)]:
            assert flag in told, name
            assert str(explained)[:40] in told, name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("a.json --stage Order", "--stage does not apply to a .json file; what can be asked for there is "),
        ("a.json --paper A4", "--paper does not apply to a .json file; "),
        ("a.json --persona-sheets", "--persona-sheets does not apply to a .json file; "),
        ("a.json --greyscale", "--greyscale does not apply to a .json file; "),
        ("a.pdf --dpi 300", "--dpi does not apply to a .pdf file; "),
        ("a.svg --pixels 300", "--pixels does not apply to a .svg file; "),
        ("a.png --footer Draft", "--footer does not apply to a .png file; "),
        ("a.svg --tile A4", "--tile does not apply to a .svg file; "),
        ("a.png --with-persona-sheets A4", "--with-persona-sheets does not apply to a .png file; "),
        ("a.pdf --persona-sheets --stage Order", "--stage does not apply to “Persona sheets”; "),
        ("a.pdf --persona Eva", "--persona does not apply to “The whole map”; "),
        ("a.pdf --all-maps --map Dinner", "--map does not apply to “All maps of the project”; "),
        ("a.pdf --workshop-kit --numbers", "--numbers does not apply to “Workshop kit”; "),
    ],
)  # fmt: skip
def test_what_makes_no_difference_is_refused_with_what_does(
    sample: Path, capsys: Output, arguments: str, said: str
) -> None:
    assert refusal(capsys, "export", "dinner.journey", *arguments.split()).startswith(said)
    assert [path.name for path in sample.iterdir()] == ["dinner.journey"]


def test_preflight_refuses_it_too_and_takes_the_size_of_a_picture(capsys: Output) -> None:
    told = refusal(capsys, "preflight", "dinner.journey", "--persona-sheets", "--bands", "2")
    assert told.startswith("--bands does not apply to “Persona sheets”; ")
    assert main(["preflight", "dinner.journey", "--pixels", "8000"]) == 0
    assert "As a PNG it has 8,000 × " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("--margin 300mm", "“300mm” is out of range: “Margin” may be 0 mm to 200 mm."),
        ("--bleed 6cm", "“6cm” is out of range: “Bleed” may be 0 mm to 50 mm."),
        ("--overlap 101", "“101” is out of range: “Overlap” may be 0 mm to 100 mm."),
        ("--fit 3000%", "“3000%” is out of range: “Size” may be 2 % to 2,000 %."),
        ("--fit nan", "“nan” is out of range: “Size” may be 2 % to 2,000 %."),
        ("--bands 0", "“0” is out of range: “Bands” may be 1 to 20."),
        ("--bands 2.5", "“2.5” is not a whole number; write one such as 3."),
        ("--pixels 20000", "“20000” is out of range: “Resolution” may be 1 to 16,384."),
        ("--dpi 9", "“9” is out of range: “Resolution” may be 10 to 2,400."),
    ],
)
def test_what_is_out_of_range_is_refused_in_the_sentence_that_options_have(
    asked: str, sentence: str, capsys: Output
) -> None:
    assert refusal(capsys, "export", "dinner.journey", "a.png", *asked.split()).endswith(sentence)


@pytest.mark.usefixtures("toys")
def test_a_format_is_asked_for_by_its_one_line_with_its_own_options(sample: Path, capsys: Output) -> None:
    told = help_of(capsys, "export")
    assert ".json, .csv, .md, .mmd, .xlsx, .toy" in told
    assert "toys: --times TIMES how often --upper in upper case" in told
    assert main(["export", "dinner.journey", "a.toy", "--times", "2", "--upper"]) == 0
    assert (sample / "a.toy").read_text() == "DINNER AT A PIZZERIA\n" * 2
    beyond = "“12” is out of range: “Times” may be 1 to 9."
    assert beyond in refusal(capsys, "export", "dinner.journey", "b.toy", "--times", "12")
    told = refusal(capsys, "export", "dinner.journey", "b.toy", "--paper", "A4")
    assert told == ("--paper does not apply to a .toy file; what can be asked for there is --times, --upper.")
    assert "--times does not apply to a .pdf file" in refusal(
        capsys, "export", "dinner.journey", "b.pdf", "--times", "2"
    )


@pytest.mark.usefixtures("toys")
def test_a_deliverable_is_asked_for_by_its_one_line_with_its_own_options(
    sample: Path, capsys: Output
) -> None:
    assert "--toy-sheets sheets to play with" in help_of(capsys, "export")
    assert main(["export", "dinner.journey", "a.pdf", "--toy-sheets", "--copies", "3"]) == 0
    assert ReadPdf((sample / "a.pdf").read_bytes()).pages == 3
    assert "--copies does not apply to “The whole map”" in refusal(
        capsys, "export", "dinner.journey", "b.pdf", "--copies", "3"
    )


@pytest.mark.usefixtures("toys")
def test_an_import_tells_how_the_file_was_read(sample: Path, capsys: Output) -> None:
    assert ".txt, .toy" in help_of(capsys, "import")
    (sample / "maps.toy").write_text("Lunch\n?\n\n")
    assert main(["import", "maps.toy", "maps.journey"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "! guessed: line 2: “?” was taken for a map without a title.",
        "  left out: line 3: An empty line is no map.",
    ]
    assert main(["import", "maps.toy", "maps.journey", "--force", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["notes"]
    assert first == {
        "kind": "guessed",
        "sentence": "“?” was taken for a map without a title.",
        "place": "line 2",
    }
    assert second["kind"] == "left out"
    with ProjectFile.open(sample / "maps.journey", read_only=True) as project:
        assert "Lunch" in [one.title for one in project.document.maps()]


def test_of_json_there_is_nothing_to_tell(sample: Path, capsys: Output) -> None:
    assert main(["export", "dinner.journey", "a.json"]) == 0
    assert main(["import", "a.json", "b.journey"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["import", "a.json", "c.journey", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"notes": []}


def test_to_explain_exports_needs_none_of_their_libraries() -> None:
    asks = (
        "import atexit, sys; from app.cli import main;"
        "atexit.register(lambda: print(*{'PySide6', 'reportlab', 'sqlalchemy'} & {*sys.modules}, 'loaded'));"
        "main(['export', '--help'])"
    )
    root = Path(__file__).parent.parent
    told = subprocess.run([sys.executable, "-c", asks], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1].split() == ["loaded"]
