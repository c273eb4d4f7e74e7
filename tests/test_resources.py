"""The files in `resources/` are found wherever the tests run from."""

import pytest

from app.resources import resource


def test_a_bundled_file_is_found_from_any_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert resource("fonts", "Inter-Regular.ttf").is_file()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="fonts/Comic"):
        resource("fonts", "Comic.ttf")
