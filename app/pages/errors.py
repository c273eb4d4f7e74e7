"""What cannot be put onto pages, written or read is told by this error."""

from app.language.phrases import Phrase, as_it_is


class FormatError(Exception):
    """A file cannot be read or written. The message is a sentence for people, given as a phrase."""


def sentence_of(error: Exception) -> Phrase:
    """What an error says, to be said later or put into another sentence."""
    [what] = error.args or ("",)
    return what if isinstance(what, Phrase) else as_it_is(str(what))
