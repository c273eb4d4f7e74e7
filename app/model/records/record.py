"""What every record is: frozen, validated, with an id that is unique in its project.

A record stands at a `position` in its *place*: among the siblings that share its parents (the notes of a
cell, the stages of a map, the maps of the project). Positions run 0, 1, 2 … without gaps.
"""

import secrets
from collections.abc import Container, Iterable, Mapping
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Position = Annotated[int, Field(ge=0, le=1_000_000)]

Place = tuple[str, ...]
"""Which siblings a record stands among: the name of its kind, then the ids of its parents."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> Id:
    """A fresh id: 60 random bits, without letters that are easily confused."""
    bits = secrets.randbits(60)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(0, 60, 5))


class Record(BaseModel):
    """A part of a project. Equal records have equal fields; to change one is to make another."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kind: ClassVar[str]
    parents: ClassVar[tuple[str, ...]] = ()
    """The kinds that hold it, each also the name of a field."""
    mentions: ClassVar[dict[str, str]] = {}
    """The fields that name other records, with the kind of those. A required one falls with what it names."""
    undoable: ClassVar[bool] = True
    """Whether it is changed by steps that undo takes back; else it tells what happened."""
    needs_one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of `mentions` of which one must name something: it falls with the last of what they name."""

    id: Id
    position: Position = 0

    @property
    def place(self) -> Place:
        return (self.kind, *map(self.__dict__.__getitem__, self.parents))

    def changed(self, **fields: object) -> Self:
        """The record with some fields changed, validated anew (`model_copy` would validate nothing)."""
        return type(self).model_validate({**self.__dict__, **fields})

    def with_copies(self, copies: Mapping[Id, Id]) -> Self:
        """The record with copies in the place of what it names without mentioning it."""
        return self

    def like(self, other: Self, fields: Iterable[str]) -> Self:
        """The record with some fields as another of its kind has them, which is valid already."""
        return self.model_copy(update={field: other.__dict__[field] for field in fields})

    def falls_without(self, field: str, gone: Container[Id]) -> bool:
        """Whether it makes no sense any more where what a field names is gone."""
        if type(self).model_fields[field].is_required():
            return True
        others = (id for other in self.needs_one_of for id in self.mentioned(other))
        return field in self.needs_one_of and all(id in gone for id in others)

    def mentioned(self, field: str) -> tuple[Id, ...]:
        """The ids that a field of `mentions` names."""
        value = self.__dict__[field]
        return value if isinstance(value, tuple) else () if value is None else (value,)
