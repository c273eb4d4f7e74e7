"""The words that a person had learned, in their file."""

from pathlib import Path

import pytest

from app.spelling.learned import NotKeptError, keep_learned_words, learned_words


def test_learned_words_are_read_as_they_were_kept_also_through_a_link(tmp_path: Path) -> None:
    link, path = tmp_path / "words.txt", tmp_path / "shared.txt"
    path.write_text("Trattoria\n")
    link.symlink_to(path)
    keep_learned_words(link, frozenset(("Lago", "Größe")))
    assert link.is_symlink()
    assert learned_words(path) == {"Lago", "Größe"}


def test_what_cannot_be_kept_is_told_in_a_sentence_and_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.mkdir()
    with pytest.raises(NotKeptError, match=r"cannot be kept in .*words.txt \(it is a folder\)"):
        keep_learned_words(path, frozenset(("Lago",)))
    assert list(tmp_path.iterdir()) == [path]
