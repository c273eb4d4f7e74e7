"""What the status bar says of saving: how much is still to be written, and what keeps it from the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.language.phrases import Phrase


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
