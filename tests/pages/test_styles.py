"""Styles as files, on the command line's and the export's way, and what they make of a poster."""

import json
from io import BytesIO
from pathlib import Path

import pytest

from app.drawing.display import Batch, Rectangles, Texts
from app.drawing.fonts import family_at_hand, missing_fonts
from app.drawing.layout import lay_out
from app.formats.templates import template
from app.limits import LARGEST_STYLE
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Style
from app.model.verbs.editing import set_fields
from app.model.verbs.styles import choose_style, set_style
from app.pages.errors import FormatError
from app.pages.styles.shipped import STYLES, in_style, shipped_style, style_named
from app.pages.styles.style_file import load_style, read_style, save_style, schema_text, style_text
from tools.schema import STYLE_SCHEMA


def drawn(document: Document) -> tuple[Batch, ...]:
    return lay_out(document, document.maps()[0].id).display_list()


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_read_as_it_was_written(name: str) -> None:
    style = shipped_style(name)
    assert read_style(style_text(style).encode()).changed(id="x") == style.changed(id="x")


def test_a_style_that_is_saved_through_a_link_leaves_the_link(tmp_path: Path) -> None:
    link, path = tmp_path / "ours.journeystyle", tmp_path / "kept.journeystyle"
    path.write_text("old")
    link.symlink_to(path)
    save_style(link, shipped_style("boardroom"))
    assert link.is_symlink()
    assert load_style(path).name == shipped_style("boardroom").name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"nothing",
        b'{"format": "journeywall style"}',
        b'{"format": "journeywall style", "version": 2}',
        b'{"format": "journeywall style", "version": 1, "note_shape": "cloud"}',
        b'{"format": "journeywall style", "version": 1, "radius": 1e999}',
        b'{"format": "journeywall style", "version": 1, "colours": {"ink": "red"}}',
        b'{"format": "journeywall style", "version": 1, "logo_left": "x"}',
        b"[" * 5_000,
        b" " * (LARGEST_STYLE + 1),
        json.dumps(
            {"format": "journeywall style", "version": 1, "colours": {"stages": ["#000000"] * 99}}
        ).encode(),
    ],
)
def test_what_is_no_style_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_style(data)


def test_the_published_schema_is_that_of_styles() -> None:
    assert STYLE_SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_a_style_that_is_not_there_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="boardroom"):
        style_named("gothic")
    with pytest.raises(FormatError):
        style_named(str(tmp_path / "gone.journeystyle"))


def test_the_programs_own_style_changes_nothing() -> None:
    document = template("pizzeria")
    styled = in_style(document, "journeywall")
    assert styled.style is not None
    assert document.style is None
    assert drawn(styled) == drawn(document)


@pytest.mark.parametrize("name", ["boardroom", "high-contrast"])
def test_a_style_moves_nothing(name: str) -> None:
    document = template("pizzeria")
    before = lay_out(document, document.maps()[0].id)
    after = lay_out(in_style(document, name), document.maps()[0].id)
    assert (after.width, after.height) == (before.width, before.height)
    boxes = list(before.boxes_in(before.rectangle))
    assert list(after.boxes_in(after.rectangle)) == boxes


def test_cards_have_a_bar_and_no_shadow() -> None:
    document = in_style(template("pizzeria"), "boardroom")
    rectangles = [batch for batch in drawn(document) if isinstance(batch, Rectangles)]
    pain = [batch for batch in rectangles if batch.fill is not None and batch.fill[:3] == (0xFB, 0xF0, 0xF2)]
    bars = [batch for batch in rectangles if batch.fill is not None and batch.fill[:3] == (0x7A, 0x1F, 0x3D)]
    assert pain
    assert bars
    assert all(batch.fill is None or batch.fill.alpha == 1 for batch in rectangles)


@pytest.mark.parametrize(("title", "is_at_right"), [("Dinner", False), ("عشاء", True)])
def test_with_bars_a_card_has_its_rule_where_reading_begins(title: str, is_at_right: bool) -> None:
    document = template("pizzeria")
    map = document.maps()[0].id
    document.apply(set_fields(document, [map], plain_label("x"), title=title, shows_personas=True))
    document = in_style(document, "boardroom")
    rectangles = [batch for batch in drawn(document) if isinstance(batch, Rectangles)]
    [card] = [one for batch in rectangles for one in batch.rectangles if batch.radius == 0 and batch.stroke
              and batch.fill is not None and batch.fill.role in ("card", "mirrored_card")]  # fmt: skip
    edge = card.right() if is_at_right else card.left()
    rules = [one for batch in rectangles for one in batch.rectangles if batch.fill is not None
             and batch.fill.role == "accent" and one.height() == card.height()]  # fmt: skip
    assert [one.right() if is_at_right else one.left() for one in rules] == [edge]


def test_no_colour_of_the_programs_own_style_is_left() -> None:
    document = in_style(template("pizzeria"), "boardroom")
    fills = {batch.fill[:3] for batch in drawn(document) if isinstance(batch, Rectangles) and batch.fill}
    assert not fills & {(0xFF, 0xE5, 0x8A), (0xB3, 0xD8, 0xFF), (0xF7, 0xF9, 0xFC)}


def test_a_font_that_is_missing_is_told_and_replaced() -> None:
    document = template("pizzeria")
    wanted = choose_style(
        document, Style(id="s", text_font="No Such Font", heading_font="Noto Serif"), "ours"
    )
    before = lay_out(document, document.maps()[0].id)
    document.apply(wanted)
    assert missing_fonts(document.style) == ("No Such Font",)
    assert family_at_hand("No Such Font") == "Inter"
    after = lay_out(document, document.maps()[0].id)
    assert (after.family, after.height) == (before.family, before.height)


def test_another_text_font_has_other_lines() -> None:
    document = template("pizzeria")
    before = lay_out(document, document.maps()[0].id)
    document.apply(set_style(document, None, text_font="Noto Serif", heading_font="Noto Serif"))
    after = lay_out(document, document.maps()[0].id)
    boxes = [[box.rectangle for box in one.boxes_in(one.rectangle)] for one in (before, after)]
    assert boxes[0] != boxes[1]
    texts = [text for batch in after.display_list() if isinstance(batch, Texts) for text in batch.texts]
    assert {text.block.style.family for text in texts} == {"Noto Serif"}


def test_a_style_chosen_keeps_logos_and_footer() -> None:
    document = template("pizzeria")
    document.apply(set_style(document, None, footer="For the board"))
    document.apply(choose_style(document, shipped_style("boardroom"), "Boardroom"))
    assert document.style is not None
    assert (document.style.name, document.style.footer) == ("Boardroom", "For the board")
    assert len(document.all(Style)) == 1
    assert BytesIO(style_text(document.style).encode()).read().find(b"For the board") == -1
