"""A moment as files keep it: whole microseconds since 1970, UTC. Steps have it, and what they are called.

What happened in a workshop has the time on the clock in the room.
"""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def clock_time(moment: datetime) -> str:
    """A moment on the clock of where we are, as a workshop's records hold it: "2026-12-01T14:26:05+01:00"."""
    return moment.astimezone().isoformat(timespec="seconds")


def moment_of(microseconds: int) -> datetime:
    """Raises OverflowError where no calendar has it."""
    return _EPOCH + microseconds * _MICROSECOND
