"""The way that was found, made to fit as the layout has it; and better where it has height to spare.

Words that take height only, as a title does, become as large as they usually are beside notes where a crowded
map has room for that; and a graph becomes higher where quotes on its curve would be small beside notes.
"""

from math import inf

from app.pages.composition.composing import HIGH_GRAPH, Composing
from app.pages.composition.finishing import finished
from app.pages.composition.trial import Found

_MOST_TRIES, _SMALLER = 10, 0.98
"""How often a map is made smaller by how much, where it proves to be higher than was worked out."""
_LEAST_QUOTE = 1.2
"""How many times as large as notes the quotes on a wall are at least, ..."""
_HIGHER_GRAPHS = (0.205, 0.21, 0.22, 0.235, HIGH_GRAPH)
"""The shares of the sheet that are tried for it, ..."""
_WORTH_OF_QUOTES = 0.95
"""... unless notes would shrink to less of their size for that."""


def refined(found: Found) -> Found:
    """The same as the layout has it, with the height that is left given to words."""
    found = _roomier(found)
    done = _fitted(found)
    if found.trial.room.is_held or done.composed.roles.quote >= _LEAST_QUOTE:
        return done
    return _with_higher_graph(found, done) or done


def _roomier(found: Found) -> Found:
    """The same with words that take height only in their usual size, where there is room for them."""
    if not found.trial.is_crowded or found.trial.room.height is None:
        return found
    trial = found.trial._replace(is_roomy=True)
    composed = trial.at(found.scale, found.words_whole)
    if composed is None or composed.left < 0:
        return found
    return found._replace(trial=trial, composed=composed)


def _with_higher_graph(found: Found, done: Found) -> Found | None:
    """The same with quotes that are large enough, in a higher graph; None, where that costs too much."""
    for graph in _HIGHER_GRAPHS:
        _forget(found.trial.composing)
        trial = found.trial._replace(graph=graph)
        again = trial.larger(_WORTH_OF_QUOTES * done.scale, found.words_whole)
        if again is None:
            return None
        fitted = _fitted(again)
        if fitted.composed.roles.quote >= _LEAST_QUOTE:
            return fitted if fitted.scale >= _WORTH_OF_QUOTES * done.scale else None
    return None


def _fitted(found: Found) -> Found:
    """The same as the layout has it; smaller, where that is higher than was worked out."""
    composing = found.trial.composing
    _forget(composing)
    if found.trial.room.height is None:
        return found
    for _ in range(_MOST_TRIES):
        done = finished(composing, found.composed)
        if done is not None:
            return found._replace(composed=done)
        if found.composed.roles.quote > composing.most_quote:
            found = found._replace(composed=found.trial.at(found.scale, found.words_whole) or found.composed)
            continue
        again = found.trial.largest(found.words_whole)
        if again is not None and again.scale < found.scale:
            found = again
        else:
            scale = found.scale * _SMALLER
            composed = found.trial.at(scale, found.words_whole) or found.composed
            found = found._replace(scale=scale, composed=composed)
    return found


def _forget(composing: Composing) -> None:
    """What proved to be so of another way."""
    composing.feet, composing.most_quote = {}, inf
