"""A moment as files keep it: whole microseconds since 1970, UTC. Steps have it, and what they are called."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def moment_of(microseconds: int) -> datetime:
    """Raises OverflowError where no calendar has it."""
    return _EPOCH + microseconds * _MICROSECOND
