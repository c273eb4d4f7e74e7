"""How a moment is told: by the clock of this machine, with the day where it is not today."""

from datetime import datetime

from app.language.days import written_day, written_month_and_day, written_time
from app.language.phrases import tr


def format_moment(moment: datetime, now: datetime) -> str:
    """ "14:03", "14:03 on 3 May" or "14:03 on 3 May 2025"."""
    here, today = moment.astimezone(), now.astimezone()
    time, day = written_time(here.time()), here.date()
    if day == today.date():
        return time
    return tr(
        "{time} on {day}",
        time=time,
        day=written_month_and_day(day) if day.year == today.year else written_day(day),
    )
