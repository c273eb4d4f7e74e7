"""In each style and look words on a poster can be told from what they lie on, and signs from each other."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple, get_args

import pytest
from PySide6.QtGui import QImage, QPainter

from app.drawing.display import DisplayList, Texts
from app.drawing.layout import MapLayout, lay_out
from app.drawing.legend_signs import all_signs, colour_swatch
from app.drawing.looks import Look, in_look
from app.drawing.map_sizes import sizes_of
from app.drawing.painter import paint
from app.drawing.shown import EVERYTHING
from app.drawing.styles.styled import styled
from app.drawing.theme import Colour, contrast
from app.formats.templates import SAMPLE, template
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, JourneyMap, NoteColour
from app.model.verbs.editing import set_fields
from app.model.verbs.relations import relate, relate_felt_later
from app.pages.composition.compose import compose
from app.pages.styles.shipped import STYLES, in_style, shipped_style
from tests.wall.wall_maps import wall_map

LOOKS: tuple[Look, ...] = ("colour", "greyscale", "ink-saving")
_DARK, _DIFFERENT = 165, 60
"""What counts as a line, of 255; and how many pixels of two shapes differ that are told apart."""
_ROUNDED = 0.985
"""Colours are whole numbers, so that a grey has nearly the contrast that it stands for."""
SCALE = 0.5
"""Pixels to a map unit, as many as tell a pill from what is around it."""
LARGE, LEAST_LARGE, LEAST = 44.0, 3.0, 4.5
"""Words of such a size need less (WCAG 2.2, large text)."""


class Word(NamedTuple):
    text: str
    ratio: float
    least: float


@pytest.fixture(scope="module")
def sample(qapp: object) -> Document:
    """The sample with all that a poster can say in signs."""
    document = template(SAMPLE)
    [map] = document.maps()
    document.apply(relate(document, "dark-sign", "light-sign"))
    [leave] = [point for point in document.all(EmotionPoint) if point.stage == "leave"]
    document.apply(relate_felt_later(document, "closing-time", leave.id))
    document.apply(set_fields(document, ["light-sign"], plain_label("Assume"), evidence="assumption"))
    document.apply(compose(document, map.id, "A0"))
    return document


@pytest.fixture(scope="module")
def surgery(qapp: object) -> Document:
    """Two personas, figures, groups of stages, a blueprint's lines."""
    document = wall_map("knee-surgery")
    document.apply(compose(document, document.maps()[0].id, "A0"))
    return document


def laid_out(document: Document) -> MapLayout:
    [map] = document.maps()
    shown = EVERYTHING._replace(address="https://example.org/map", footnotes=True)
    return lay_out(document, map.id, sizes=sizes_of(document, document.get(JourneyMap, map.id), shown))


def words(drawing: DisplayList, width: float, height: float) -> Iterator[Word]:
    """Each line of text with the least contrast to what lies under its beginning, middle and end."""
    ground = QImage(round(width * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFFFF)
    with QPainter(ground) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        paint(painter, tuple(batch for batch in drawing if not isinstance(batch, Texts)), 1.0)
    for batch in drawing:
        if isinstance(batch, Texts):
            yield from _of(batch, ground)


def _of(batch: Texts, ground: QImage) -> Iterator[Word]:
    for x, y, block in batch.texts:
        least = LEAST_LARGE if block.style.size >= LARGE else LEAST
        for line in block.lines:
            middle = y + line.baseline - 0.35 * block.style.size
            along = (x + line.x + share * line.width for share in (0.02, 0.5, 0.98))
            inks = [ground.pixelColor(round(each * SCALE), round(middle * SCALE)) for each in along]
            under = (Colour(ink.red(), ink.green(), ink.blue()) for ink in inks)
            ink = batch.colour._replace(alpha=1.0)
            yield Word(line.text, min(contrast(ink, one) for one in under), least)


def poor(document: Document, name: str, look: Look) -> list[tuple[str, float]]:
    layout = laid_out(in_style(document, name))
    found = list(words(in_look(layout.display_list(), look), layout.width, layout.height))
    assert len(found) > 100
    return [(word.text, round(word.ratio, 2)) for word in found if word.ratio < word.least * _ROUNDED]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", STYLES)
def test_all_words_of_a_poster_are_seen(sample: Document, name: str, look: Look) -> None:
    assert poor(sample, name, look) == []


@pytest.mark.parametrize(("name", "look"), list(zip(STYLES, LOOKS, strict=True)))
def test_all_words_are_seen_beside_curves_of_two_personas(surgery: Document, name: str, look: Look) -> None:
    assert poor(surgery, name, look) == []


@pytest.mark.parametrize("look", ["greyscale", "ink-saving"])
@pytest.mark.parametrize("name", STYLES)
def test_no_two_signs_of_a_legend_look_alike_without_colour(qapp: object, name: str, look: Look) -> None:
    style = shipped_style(name)
    signs = {str(one.meaning): one.draw() for one in all_signs()}
    signs |= {colour: colour_swatch(colour) for colour in get_args(NoteColour)}
    shapes = {said: shape(in_look(styled(sign.display_list, style), look)) for said, sign in signs.items()}
    alike = [
        (one, other)
        for one, other in combinations(shapes, 2)
        if len(shapes[one] ^ shapes[other]) < _DIFFERENT
    ]
    assert alike == []


def shape(drawing: DisplayList) -> frozenset[tuple[int, int]]:
    """Where a sign is darker than any ground, at two pixels to a map unit."""
    picture = QImage(150, 70, QImage.Format.Format_Grayscale8)
    picture.fill(0xFF)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(2, 2)
        paint(painter, drawing)
    return frozenset(
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y).lightness() < _DARK
    )
