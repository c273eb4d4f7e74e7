"""Notes on impact × effort that were placed on each other make room, always in the same way."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.matrix.making_room import make_room

ROOM = QRectF(0, 0, 1365, 808)
NOTE = QSizeF(272, 113)


def placed(*middles: tuple[float, float]) -> dict[str, QPointF]:
    return {f"n{number}": QPointF(*middle) for number, middle in enumerate(middles)}


def room_for(wanted: dict[str, QPointF], size: QSizeF = NOTE, *first: str) -> dict[str, QRectF]:
    return make_room(wanted, dict.fromkeys(wanted, size), ROOM, first)


def test_notes_with_room_around_them_stand_where_they_were_placed() -> None:
    wanted = placed((200, 100), (600, 100), (200, 400))
    assert [place.center() for place in room_for(wanted).values()] == list(wanted.values())


def test_of_two_on_one_spot_the_second_goes_just_below() -> None:
    first, second = room_for(placed((500, 300), (500, 300))).values()
    assert first.center() == QPointF(500, 300)
    assert (second.left(), second.top()) == (first.left(), first.bottom() + 6)


def test_what_is_dragged_stays_under_the_hand_and_the_others_make_room() -> None:
    wanted = placed((500, 300), (510, 310))
    assert room_for(wanted, NOTE, "n1")["n1"].center() == QPointF(510, 310)
    assert room_for(wanted, NOTE, "n1")["n0"].center() != QPointF(500, 300)


def test_twenty_five_notes_on_one_spot_cover_none() -> None:
    size = QSizeF(220, 80)
    places = room_for(placed(*[(700, 400)] * 25), size).values()
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


@given(st.lists(st.tuples(st.floats(-100, 1500), st.floats(-100, 900)), max_size=8))
def test_wherever_they_are_placed_all_are_in_the_room_and_always_alike(
    middles: list[tuple[float, float]],
) -> None:
    wanted = placed(*middles)
    places = room_for(wanted)
    assert list(places) == list(wanted)
    assert all(ROOM.contains(place) for place in places.values())
    assert places == room_for(wanted)
    assert not any(one.intersects(other) for one, other in combinations(places.values(), 2))
