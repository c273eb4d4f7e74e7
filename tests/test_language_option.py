"""`--language`: the command line speaks it, argparse's own words too, and refuses what it cannot speak."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.cli.argparse_words import WORDS
from app.cli.arguments import COMMANDS
from app.language.spoken import program_language, set_program_language
from app.storage.project_file import ProjectFile

Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which the command line starts from."""
    set_program_language("en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def complaint(output: Output, *arguments: str) -> str:
    output.readouterr()
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    return output.readouterr().err


@pytest.mark.parametrize("wanted", [["--language", "de"], ["--language=de"]])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_job_is_done_in_the_language_asked_for(
    folder: Path, capsys: Output, wanted: list[str], is_first: bool
) -> None:
    job = ["new", "abend.journey"]
    assert main([*wanted, *job] if is_first else [*job, *wanted]) == 0
    assert program_language() == "de"
    assert main(["new", "abend.journey"]) == 1
    assert capsys.readouterr().err == (
        f"journeywall: In {folder} gibt es schon eine Datei abend.journey. "
        "Wählen Sie einen anderen Namen oder ersetzen Sie sie.\n"
    )


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_given_in_it(folder: Path, capsys: Output, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--language", "de", *arguments])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("Aufruf: journeywall ")
    assert "diese Hilfe zeigen" in said
    assert "--language SPRACHE" in " ".join(said.split())
    for english in ("usage:", "options:", "positional arguments:", "show this", "example"):
        assert english not in said


def test_wrong_usage_is_told_in_it(folder: Path, capsys: Output) -> None:
    told = complaint(capsys, "--language", "de", "new")
    assert told.startswith("Aufruf: journeywall new ")
    assert told.endswith("journeywall new: Fehler: es fehlt: ZIEL.journey\n")
    told = complaint(capsys, "new", "a.journey", "--template")
    assert told.endswith("Fehler: Argument --template: ein Wert erwartet\n")
    told = complaint(capsys, "new", "a.journey", "--template", "lunch")
    assert "Fehler: Argument --template: ungültige Auswahl: 'lunch' (möglich sind " in told
    told = complaint(capsys, "check", "a.journey", "--loud")
    assert told.endswith("Fehler: unbekannte Argumente: --loud\n")
    told = complaint(capsys, "check", "a.journey", "--language")
    assert "die Sprache „“ gibt es nicht" in told


def test_a_language_that_is_not_there_is_refused_in_a_sentence(folder: Path, capsys: Output) -> None:
    told = complaint(capsys, "--language", "tlh", "new", "a.journey")
    assert told.endswith("journeywall: error: there is no language “tlh”; there are en, de\n")
    assert program_language() == "en"
    assert not any(folder.iterdir())


def test_what_stands_behind_two_hyphens_is_a_file(folder: Path, capsys: Output) -> None:
    assert main(["check", "--", "--language"]) == 1
    assert "There is no file --language in " in capsys.readouterr().err
    assert program_language() == "en"


def test_a_new_project_is_begun_in_it_and_its_counts_are_told_in_it(folder: Path, capsys: Output) -> None:
    assert main(["--language", "de", "new", "a.journey"]) == 0
    with ProjectFile.open(folder / "a.journey", read_only=True) as project:
        assert "Schmerzpunkt" in [entry.meaning for entry in project.document.legend()]
    capsys.readouterr()
    assert main(["check", "a.journey"]) == 0
    assert "      1 Map\n" in capsys.readouterr().out


def test_json_is_the_same_in_every_language(folder: Path, capsys: Output) -> None:
    assert main(["new", "a.journey", "--template", "pizzeria"]) == 0
    said = []
    for language in ("en", "de"):
        capsys.readouterr()
        assert main(["--language", language, "preflight", "a.journey", "--json"]) == 0
        said.append(json.loads(capsys.readouterr().out))
    assert said[0] == said[1]


def test_a_language_of_the_environment_that_is_not_there_is_no_reason_to_fail(
    folder: Path, capsys: Output
) -> None:
    set_program_language("tlh")
    assert main(["check", "a.journey"]) == 1
    assert "There is no file a.journey in " in capsys.readouterr().err


def test_argparse_still_says_these_words() -> None:
    """Another version of Python may word them otherwise: then they would be English in every language."""
    import argparse

    source = Path(argparse.__file__).read_text(encoding="utf-8")
    for words in WORDS:
        for sentence in filter(None, (words.one, words.many)):
            assert repr(sentence) in source or f'"{sentence}"' in source, sentence
