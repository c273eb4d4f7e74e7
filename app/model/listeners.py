"""Listeners, and telling them: one that fails keeps none of the others from being told."""

from collections.abc import Callable, Iterable
from typing import TypeVar

L = TypeVar("L")
T = TypeVar("T")


def subscribe(listeners: list[L], listener: L) -> Callable[[], None]:
    """Have a listener told from now on. Returns what ends that."""
    listeners.append(listener)
    return lambda: listeners.remove(listener)


def notify(listeners: Iterable[Callable[[T], object]], news: T) -> None:
    """Call every listener. Where one fails, the others are called all the same, and then that is raised."""
    failure: BaseException | None = None
    for listener in tuple(listeners):
        try:
            listener(news)
        except BaseException as error:
            failure = failure or error
    if failure is not None:
        raise failure
