"""What is asked before a round begins: which notes it is about, or whether the open one is to be closed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.model.records import Round
from app.widgets.room.voting.lines import Heading, Line
from app.workshop.ballots import Ballot
from app.workshop.voting import close_first


class Choice(NamedTuple):
    words: Phrase
    beside: Phrase
    take: Callable[[], None]


class Offer(NamedTuple):
    """A question with its answers, each of which has a digit. One is chosen already."""

    question: Phrase
    choices: Sequence[Choice] = ()
    chosen: int = 0

    @property
    def heading(self) -> Heading:
        return Heading(self.question, NOTHING, NOTHING)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The answers as lines of the list."""
        return tuple(
            Line(
                number,
                str(one.words),
                "chosen" if number - 1 == self.chosen else "offered",
                beside=str(one.beside),
            )
            for number, one in enumerate(self.choices, 1)
        )

    def moved(self, step: int) -> "Offer":
        return self._replace(chosen=(self.chosen + step) % max(len(self.choices), 1))


def offer_of(ballots: Sequence[Ballot], begin: Callable[[Ballot], None]) -> Offer:
    """Which notes a round is to be about."""
    if not ballots:
        return Offer(phrase("There is nothing to vote on yet: write some notes first"))
    return Offer(
        phrase("What is voted on?"),
        tuple(
            Choice(
                one.name,
                phrase_plural("{count} note", "{count} notes", len(one.notes)),
                lambda one=one: begin(one),  # type: ignore[misc]
            )
            for one in ballots
        ),
    )


def offer_to_close(round: Round, close: Callable[[], None], stay: Callable[[], None]) -> Offer:
    """A second round first asks to close the open one."""
    return Offer(
        close_first(round),
        (
            Choice(phrase("Go on with the open one"), NOTHING, stay),
            Choice(phrase("Close it and begin another"), NOTHING, close),
        ),
    )
