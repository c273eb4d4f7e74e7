"""Moments as people write them: the time of day and the day, by the clock of this machine."""

from datetime import datetime

from app.language.days import written_day, written_time
from app.language.phrases import tr


def written_moment(moment: datetime) -> str:
    """ "14:03 on 3 May 2026"."""
    here = moment.astimezone()
    return tr("{time} on {day}", time=written_time(here.time()), day=written_day(here.date()))
