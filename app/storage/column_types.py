"""What a column holds beyond words and numbers: lists and details, as JSON on their way in and out again.

The way in is SQLAlchemy's; the way out is taken by whoever asks the driver for rows, which is faster.
"""

import json
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy import Text as Words
from sqlalchemy.types import TypeDecorator

from app.model.exchange.plain_json import parsed


class Strings(TypeDecorator[tuple[str, ...]]):
    """Several lines of text, or numbers, in one column, as a JSON list."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)


class Details(Strings):
    """Several details in one column, as a JSON list of objects."""

    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str | None:
        found = None if value is None else [detail.model_dump(exclude_defaults=True) for detail in value]
        return None if found is None else json.dumps(found, ensure_ascii=False)


class OneDetail(TypeDecorator[Any]):
    """One detail in a column, as a JSON object."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value.model_dump(exclude_defaults=True))


def detail_of(stored: object) -> object:
    """The fields of a detail again; what is stored, where that is no JSON object."""
    try:
        found = parsed(stored) if isinstance(stored, str) else None
    except ValueError:
        return stored
    if not isinstance(found, dict):
        return stored
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}


def strings_of(stored: object) -> object:
    """The lines again; what is stored, where that is no JSON list."""
    try:
        found = parsed(stored) if isinstance(stored, str) else None
    except ValueError:
        return stored
    return tuple(found) if isinstance(found, list) else stored
