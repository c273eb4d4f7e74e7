"""How a moment is told: by the clock of this machine, with the day where it is not today."""

from datetime import datetime


def format_moment(moment: datetime, now: datetime) -> str:
    """ "14:03", "14:03 on 3 May" or "14:03 on 3 May 2025"."""
    here, today = moment.astimezone(), now.astimezone()
    if here.date() == today.date():
        return f"{here:%H:%M}"
    year = "" if here.year == today.year else f" {here.year}"
    return f"{here:%H:%M} on {here.day} {here:%B}{year}"
