"""The ballot of a round of votes: its numbered list, for people who vote on paper."""

from app.drawing.ballot_pages import draw_ballot
from app.drawing.card_pages import CardPages
from app.language.phrases import phrase, tr
from app.model.analysis.rounds import open_round
from app.model.document import Document
from app.model.records import Round
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.part_of_cards import PartOfCards
from app.pages.deliverables.sheet_options import BallotOptions
from app.pages.errors import FormatError
from app.pages.options import ReportProgress


def parts(document: Document, options: BallotOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    """The ballot of the open round, else of the newest."""
    rounds = document.rounds()
    if not rounds:
        raise FormatError(
            phrase("No round of votes was begun in this project yet, so there is no ballot; begin one first.")
        )
    return (PartOfBallot(document, open_round(document) or rounds[-1], options),)


class PartOfBallot(PartOfCards):
    """The ballot of one round."""

    def __init__(self, document: Document, round: Round, options: BallotOptions) -> None:
        super().__init__(document, round.id, options)
        self._round = round

    @property
    def title(self) -> str:
        return (
            tr("Ballot – {question}", question=self._round.question) if self._round.question else tr("Ballot")
        )

    def _drawn(self, height: float | None) -> CardPages:
        return draw_ballot(self._document, self._round, self._sheet.width, height)
