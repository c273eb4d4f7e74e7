"""What a note needs: how high it is at each width at which that changes."""

from math import inf

from app.drawing.note import NOTE_BESIDE, note_text, picture_height
from app.drawing.note_foot import foot_in_one_line, foot_width, is_marked, more_foot
from app.drawing.sections.notes.text_steps import broken_steps, is_of_plain_words, text_steps
from app.drawing.steps import Step, Steps, in_order
from app.drawing.text import least_width, line_height
from app.drawing.theme import NOTE, NOTE_FOOT, NOTE_PADDING
from app.model.records import Note, Picture

_LEAST = 110.0
"""How wide a note is at least, however short its text."""
_LEAST_WITH_PICTURE = 160.0


def need_of(note: Note, picture: Picture | None, words_whole: bool = True) -> Steps:
    """The steps of a note, those with broken words among them where these need not be whole.

    A picture is thought as high as it can become.
    """
    texts = text_steps(note.text) if words_whole else text_steps(note.text) + broken_steps(note.text)
    least = _LEAST_WITH_PICTURE if picture else _LEAST
    around = NOTE_PADDING + NOTE_FOOT + (picture_height(picture, bool(note.text.strip())) if picture else 0.0)
    line = line_height(NOTE)
    if not is_marked(note):
        return in_order(
            Step(max(step.width + NOTE_BESIDE, least), around + step.lines * line) for step in texts
        )
    least, one_line = max(least, foot_width(note)), foot_in_one_line(note)
    found: list[Step] = []
    for step in texts:
        width, height = max(step.width + NOTE_BESIDE, least), around + step.lines * line
        found.append(Step(width, height + more_foot(note, width)))
        if width < one_line:
            found.append(Step(one_line, height))
    return in_order(found)


def height_at(note: Note, width: float) -> float:
    """How high a note without a picture is at one width, if that must be worked out; else endless.

    The lines of a text of few plain words, all of them whole, are known for each width already.
    """
    room = width - NOTE_BESIDE
    if not is_marked(note) and is_of_plain_words(note.text) and least_width(note.text, NOTE) + 1 < room:
        return inf
    return NOTE_PADDING + note_text(note, width).height + NOTE_FOOT + more_foot(note, width)
