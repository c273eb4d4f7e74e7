"""What the status bar says of saving: how much is still to be written, and what keeps it from the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SaveState:
    """How saving stands. `failed_since` and `sentence` are None unless the last attempt failed."""

    pending: int = 0
    """Steps that are not on the disk."""
    failed_since: datetime | None = None
    sentence: str | None = None

    @property
    def is_saved(self) -> bool:
        """Whether everything that was done is on the disk."""
        return self.pending == 0

    @property
    def has_failed(self) -> bool:
        return self.failed_since is not None


Listener = Callable[[SaveState], None]
