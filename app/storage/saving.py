"""How saving stands: how much is still to be written, and what keeps it from the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.language.phrases import Phrase
from app.storage.errors import GoneError, writing_sentence


@dataclass(frozen=True, slots=True)
class SaveState:
    """How saving stands. `failed_since` and `sentence` are None unless the last attempt, or look, failed."""

    pending: int = 0
    """Steps that are not on the disk."""
    failed_since: datetime | None = None
    sentence: Phrase | None = None
    is_gone: bool = False
    """Whether what was saved is not in its place any more: deleted, replaced, overwritten, cut short."""

    @property
    def is_saved(self) -> bool:
        """Whether everything that was done is on the disk, and still there."""
        return self.pending == 0 and not self.is_gone

    @property
    def has_failed(self) -> bool:
        return self.failed_since is not None


Listener = Callable[[SaveState], None]


@dataclass(slots=True)
class Failures:
    """The attempts to save and the looks that failed: how many ever, and in a row, and why the last did."""

    count: int = 0
    in_a_row: int = 0
    is_gone: bool = False
    """Whether the last one found that what was saved is not there any more."""
    _since: datetime | None = None
    _sentence: Phrase | None = None

    def note(self, error: Exception) -> None:
        self.count += 1
        self.in_a_row += 1
        self.is_gone = isinstance(error, GoneError)
        self._since = self._since or datetime.now(UTC)
        self._sentence = writing_sentence(error)

    def forget(self) -> None:
        """All is well again."""
        self.in_a_row, self.is_gone = 0, False
        self._since = self._sentence = None

    def state(self, pending: int) -> SaveState:
        """How saving stands with so many steps to be written."""
        return SaveState(pending, self._since, self._sentence, self.is_gone)
