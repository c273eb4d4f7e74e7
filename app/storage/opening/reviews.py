"""Which maps of a project are due to be reviewed, without opening the project."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.model.records import JourneyMap, Project
from app.storage.errors import ProjectFileError
from app.storage.opening.reading import reading, up_to_date
from app.storage.rows import load_type


@dataclass(frozen=True, slots=True)
class DueReview:
    """A map whose day of review has come."""

    path: Path
    project: str
    map: JourneyMap
    day: date


def due_reviews(path: Path, today: date) -> list[DueReview]:
    """The maps of a project that were to be reviewed by today, the longest due first.

    None of a file that cannot be read: opening it tells why.
    """
    try:
        with up_to_date(path) as current, reading(current.path) as connection:
            maps = [one for one in load_type(connection, JourneyMap) if isinstance(one, JourneyMap)]
            names = [one.name for one in load_type(connection, Project) if isinstance(one, Project)]
    except (ProjectFileError, OSError):
        return []
    found = [
        DueReview(path, names[0] if names else path.stem, one, date.fromisoformat(one.review))
        for one in maps
        if one.review and date.fromisoformat(one.review) <= today
    ]
    return sorted(found, key=lambda due: due.day)
