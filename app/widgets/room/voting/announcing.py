"""Says to screen readers what happens in a vote: who is called, what was counted, which rank was revealed."""

from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr, tr_plural
from app.model.analysis.rounds import Ranked, hands_of
from app.session.editor import Editor
from app.workshop.voting import Voting


class Announcing(QObject):
    """Compares how a vote stands with how it stood when it was last looked at."""

    def __init__(self, voting: Voting, editor: Editor, widget: QWidget) -> None:
        super().__init__(widget)
        self._voting, self._editor, self._widget = voting, editor, widget
        self._called: int | None = None
        self._ranks = 0
        self._message = ""
        self._hands: Mapping[int, int] = {}
        self.said: deque[str] = deque(maxlen=8)
        """What was said, the newest last."""

    def begin(self) -> None:
        """Say who is called; what was counted before is known."""
        self._hands, self._ranks, self._called = self._counted(), self._voting.ranks_shown, None
        self.look()

    def look(self) -> None:
        said = [*self._of_counts(), *self._of_ranks(), *self._of_called()]
        if (message := str(self._voting.message)) != self._message:
            self._message = message
            said += [message] if message else []
        if said:
            self.said.append(". ".join(each.rstrip(".") for each in said))
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, self.said[-1]))

    def _counted(self) -> Mapping[int, int]:
        round = self._voting.round
        return hands_of(self._editor.document, round.id) if round is not None else {}

    def _of_counts(self) -> list[str]:
        before, self._hands = self._hands, self._counted()
        changed = [hands for number, hands in self._hands.items() if before.get(number) != hands]
        return [tr_plural("{count} hand", "{count} hands", hands) for hands in changed[:1]]

    def _of_ranks(self) -> list[str]:
        before, self._ranks = self._ranks, self._voting.ranks_shown
        return [_in_words(one) for rank in self._voting.shown_ranks[before:] for one in rank[:3]]

    def _of_called(self) -> list[str]:
        before, self._called = self._called, self._voting.called
        if self._called is None or self._called == before or self._voting.ranks_shown:
            return []
        return [tr("Number {number} called", number=self._called)]


def _in_words(one: Ranked) -> str:
    hands = tr_plural("{count} hand", "{count} hands", one.hands)
    return tr("Rank {rank}: {text}, {hands}", rank=one.rank, text=one.candidate.text, hands=hands)
