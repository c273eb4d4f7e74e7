"""Moments as people write them: the time of day and the day, by the clock of this machine."""

from datetime import datetime

from app.language.catalogues import ENGLISH
from app.language.phrases import tr
from app.language.spoken import spoken_language, spoken_locale

_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip


def written_moment(moment: datetime) -> str:
    """ "14:03 on 3 May 2026"."""
    here = moment.astimezone()
    # Babel takes a tenth of a second to come, and English has no need of it.
    if spoken_language() == ENGLISH:
        day = f"{here.day} {_MONTHS[here.month - 1]} {here.year}"
    else:
        from babel.dates import format_date

        day = format_date(here.date(), "long", spoken_locale())
    return tr("{time} on {day}", time=f"{here:%H:%M}", day=day)
