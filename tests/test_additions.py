"""What CONTRIBUTING says of additions, tried: a data file more in `resources/` is all that its kind takes.

The others are tried where they are at home: kinds of sections in `tests/widgets/test_new_kinds.py`, formats
and deliverables in `tests/widgets/test_export_options.py`, actions and verbs in
`tests/widgets/test_new_action.py`, records in `tests/storage/test_upgrades.py`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.formats.templates import template, template_names
from app.language import catalogues
from app.language.phrases import tr
from app.language.spoken import speaking
from app.spelling.dictionaries import dictionaries_of
from tests.spelling.own_dictionaries import put

FRENCH = r"""
msgid ""
msgstr "Language: fr\nPlural-Forms: nplurals=2; plural=(n > 1);\nContent-Type: text/plain; charset=utf-8\n"

msgid "Undo"
msgstr "Annuler"
"""


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The program's own files, to which some are added."""
    folder = tmp_path / "resources"
    for path in resources.resource().rglob("*"):
        place = folder / path.relative_to(resources.resource())
        if path.is_dir():
            place.mkdir(parents=True)
        else:
            place.symlink_to(path)
    monkeypatch.setattr(resources, "_FOLDER", folder)
    _forget()
    yield folder
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    """Which languages there are is looked up once."""
    catalogues.languages.cache_clear()
    catalogues.catalogue.cache_clear()


def test_a_template_is_a_file(bundled: Path) -> None:
    content = json.loads((bundled / "templates" / "pizzeria.json").read_text(encoding="utf-8"))
    content["project"]["name"] = "Dinner in the dark"
    (bundled / "templates" / "in-the-dark.json").write_text(json.dumps(content), encoding="utf-8")
    assert "in-the-dark" in template_names()
    assert template("in-the-dark").project.name == "Dinner in the dark"


def test_a_language_is_a_catalogue(bundled: Path) -> None:
    (bundled / "languages" / "fr").mkdir()
    (bundled / "languages" / "fr" / "journeywall.po").write_text(FRENCH, encoding="utf-8")
    assert catalogues.languages() == ("en", "de", "fr")
    assert catalogues.nearest_language("fr_CA") == "fr"
    with speaking("fr"):
        assert tr("Undo") == "Annuler"
        assert tr("Redo") == "Redo"


def test_a_dictionary_is_a_folder(bundled: Path) -> None:
    (bundled / "dictionaries" / "fr").mkdir()
    dictionary = put(bundled / "dictionaries" / "fr", "fr_FR")
    assert dictionaries_of("fr", ()) == (dictionary,)
