"""What minutes of the day say in words, however they are written."""

from app.language.phrases import tr, tr_plural
from app.model.analysis.minutes import Minutes, Result
from app.model.analysis.rounds import Ranked
from app.model.text import one_line


def who_was_there(minutes: Minutes) -> str:
    """ "9 people: Eva, Ben"; nothing where nobody said it."""
    if not minutes.people and not minutes.names:
        return ""
    people = tr_plural("{count} person", "{count} people", minutes.people)
    names = ", ".join(minutes.names)
    return tr("{people}: {names}", people=people, names=names) if names else people


def about(result: Result) -> str:
    """What there was to be voted: "10 people, 2 votes each"."""
    people = tr_plural("{count} person", "{count} people", result.people) if result.people else ""
    votes = tr_plural("{count} vote each", "{count} votes each", result.votes_each)
    return ", ".join(filter(None, (people, votes)))


def candidate_in_words(ranked: Ranked) -> str:
    """What could be voted for, as it was; whether it is there still."""
    text = one_line(ranked.candidate.text)
    return tr("{text} (deleted since)", text=text) if ranked.is_gone else text
