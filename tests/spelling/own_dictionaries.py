"""Dictionaries as somebody may put them into a folder."""

from pathlib import Path

RULES = "SET UTF-8\nTRY abc\n"


def put(folder: Path, name: str, words: str = "1\nKunde\n", rules: str = RULES) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.aff").write_text(rules, encoding="utf-8")
    (folder / f"{name}.dic").write_text(words, encoding="utf-8")
    return folder / name
