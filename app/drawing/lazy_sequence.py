"""Sequences that are made when somebody first reads them: most of a big map is never seen in detail."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from app.drawing.fonts import set_in, text_family
from app.language.spoken import speaking, written_language

T = TypeVar("T")


class LazySequence(Sequence[T], Generic[T]):
    """What `make` returns, in the language that is spoken now and in the font in which texts are set now.

    Equal to any sequence of equal things.
    """

    __slots__ = ("_family", "_language", "_made", "_make")

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make: Callable[[], Sequence[T]] | None = make
        self._made: Sequence[T] = ()
        self._language = written_language()
        self._family = text_family()

    @property
    def made(self) -> Sequence[T]:
        if self._make is not None:
            with speaking(self._language), set_in(self._family):
                self._made, self._make = self._make(), None
        return self._made

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self.made[index]

    def __len__(self) -> int:
        return len(self.made)

    def __iter__(self) -> Iterator[T]:
        return iter(self.made)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
