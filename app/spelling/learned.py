"""The words that a person had learned: a file of theirs, one word a line, for all their projects.

It is plain text, so that words can be taken out of it, or brought along to another computer.
"""

from pathlib import Path

from app.file_names import shown
from app.language.phrases import phrase
from app.language.system_words import why
from app.limits import LARGEST_WORD_LIST, LONGEST_WORD, MOST_LEARNED_WORDS
from app.paths import open_file
from app.whole_files import whole_file


class NotKeptError(Exception):
    """The file of learned words cannot be written; the sentence says what that means."""


def learned_words(path: Path) -> frozenset[str]:
    """The words of the file; none where there is no file, or none that can be read."""
    try:
        with open_file(path) as file:
            text = file.read(LARGEST_WORD_LIST).decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return frozenset()
    words = (line.strip() for line in text.splitlines())
    kept = [word for word in words if 0 < len(word) <= LONGEST_WORD and word.isprintable()]
    return frozenset(kept[:MOST_LEARNED_WORDS])


def keep_learned_words(path: Path, words: frozenset[str]) -> None:
    """Write the file anew. Raises NotKeptError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as stream:
            stream.write("".join(f"{word}\n" for word in sorted(words)).encode())
    except OSError as error:
        raise NotKeptError(
            phrase(
                "The word is known until Journeywall ends, but cannot be kept in {file} ({why})."
                " Check that you may write to that folder.",
                file=shown(path),
                why=why(error),
            )
        ) from error
