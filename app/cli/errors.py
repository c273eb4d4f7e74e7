"""What ends a job of the command line with a sentence."""

from app.language.phrases import Phrase


class JobError(Exception):
    """A job cannot be done. The message is a sentence for people."""

    def __init__(self, sentence: Phrase) -> None:
        super().__init__(sentence)
