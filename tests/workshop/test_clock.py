"""The clock of a workshop: told by stored times, so sleep, restarts and clocks that are set lose nothing."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.json.json_project import read_document, write
from app.formats.options import ExportOptions
from app.language.spoken import speaking
from app.model.analysis.run_times import used
from app.model.document import Document
from app.model.history.history import History
from app.model.records import Run
from app.model.verbs.agenda import add_item
from app.model.verbs.maps import new_project
from app.model.verbs.runs import (
    begin_item,
    begin_run,
    end_run,
    follow_clock,
    give_minutes,
    hold_clock,
    release_clock,
)
from app.workshop.clock import Ends, clock_at, ends_at, ends_in_words, left_in_words, rows_at
from app.workshop.clock_watch import ClockWatch

TWO_O_CLOCK = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
ITEMS = ("scope", "pains", "vote")


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return TWO_O_CLOCK.replace(hour=hour, minute=minute, second=second)


def id_of(title: str) -> str:
    return title.replace(" ", "-")


def planned(*minutes: tuple[str, int]) -> History:
    history = History(new_project())
    for title, number in minutes:
        history.do(add_item(history.document, title, number, id=id_of(title)))
    history.happened(begin_run(history.document, TWO_O_CLOCK, id="run"))
    return history


def run_of(history: History) -> Run:
    return history.document.get(Run, "run")


def go_to(history: History, item: str, now: datetime) -> None:
    history.happened(begin_item(history.document, "run", item, now))


@pytest.fixture
def the_afternoon() -> History:
    """The afternoon of the drawing, at 14:26."""
    items = (("Scope", 15), ("Set the stage", 5), ("Back-story", 10), ("Thinks and feels", 45))
    later = (("Pain points", 20), ("Sentiment line", 15), ("Big picture", 15), ("Vote", 10), ("Matrix", 15))
    history = planned(*items, *later)
    times = (at(13, 0), at(13, 15), at(13, 22), at(13, 32), at(14, 18, 4))
    for (title, _), begun in zip((*items, later[0]), times, strict=True):
        go_to(history, id_of(title), begun)
    return history


def test_the_presenter_sees_what_the_drawing_shows(the_afternoon: History) -> None:
    document, run, now = the_afternoon.document, run_of(the_afternoon), at(14, 26)
    clock, ends = clock_at(document, run, now), ends_at(document, run, now)
    assert clock is not None
    assert ends is not None
    assert clock.left == timedelta(minutes=12, seconds=4)
    assert ends == Ends(at(15, 33, 4), 3)
    assert [(row.used, row.planned, row.standing) for row in rows_at(document, run, now)] == [
        (15, 15, "done"),
        (7, 5, "done"),
        (10, 10, "done"),
        (46, 45, "done"),
        (8, 20, "now"),
        (0, 15, "to come"),
        (0, 15, "to come"),
        (0, 10, "to come"),
        (0, 15, "to come"),
    ]


@pytest.mark.parametrize(
    ("left", "english", "german"),
    [
        (timedelta(minutes=12, seconds=59), "12 min left", "noch 12 min"),
        (timedelta(minutes=2), "2 min left", "noch 2 min"),
        (timedelta(seconds=100), "1:40 left", "noch 1:40"),
        (timedelta(0), "0:00 left", "noch 0:00"),
        (timedelta(seconds=-1), "+0 min", "+0 min"),
        (timedelta(minutes=-2, seconds=-30), "+2 min", "+2 min"),
    ],
)
def test_what_is_left_is_told_in_whole_minutes_and_at_last_in_seconds(
    left: timedelta, english: str, german: str
) -> None:
    assert str(left_in_words(left)) == english
    with speaking("de"):
        assert str(left_in_words(left)) == german


@pytest.mark.parametrize(
    ("behind", "said"),
    [(3, "3 min behind, ends 15:33"), (0, "on time, ends 15:33"), (-4, "3 min ahead, ends 15:33")],
)
def test_when_it_ends_is_told_with_how_late_it_is(behind: int, said: str) -> None:
    assert str(ends_in_words(Ends(at(15, 33).astimezone(), behind))) == said


def test_gone_on_too_early_its_times_add_up() -> None:
    history = planned(("pains", 20), ("vote", 10))
    for item, minute in (("pains", 0), ("vote", 8), ("pains", 9)):
        go_to(history, item, at(14, minute))
    document, run = history.document, run_of(history)
    assert used(run, "pains", at(14, 14)) == timedelta(minutes=13)
    clock, ends = clock_at(document, run, at(14, 14)), ends_at(document, run, at(14, 14))
    assert clock is not None
    assert clock.left == timedelta(minutes=7)
    assert ends == Ends(at(14, 30), 0)


def test_an_item_that_leaves_the_agenda_goes_on_and_nothing_stops_by_itself() -> None:
    history = planned(("pains", 20), ("vote", 10))
    go_to(history, "pains", at(14, 0))
    history.undo()
    history.undo()
    clock = clock_at(history.document, run_of(history), at(15, 0))
    assert history.document.agenda() == ()
    assert clock is not None
    assert clock.left == timedelta(minutes=-40)
    assert clock.is_over


def test_after_the_end_no_clock_goes_on_and_what_was_used_stays() -> None:
    history = planned(("pains", 20))
    go_to(history, "pains", at(14, 0))
    history.happened(end_run(history.document, "run", at(14, 25)))
    assert clock_at(history.document, run_of(history), at(18, 0)) is None
    assert rows_at(history.document, run_of(history), at(18, 0))[0].used == 25


class Room:
    """A room in which real seconds go by, and a computer whose clock is set and which sleeps and restarts."""

    def __init__(self) -> None:
        self.real = 0
        self.set_by = timedelta()
        self.history = planned(*((item, 15) for item in ITEMS))
        self.used = dict.fromkeys(ITEMS, 0)
        self.more = dict.fromkeys(ITEMS, 0)
        self.here: str | None = None
        self.is_held = False
        self.watch = ClockWatch(self.now, lambda: float(self.real), sleeps=False)

    def now(self) -> datetime:
        return TWO_O_CLOCK + timedelta(seconds=self.real) + self.set_by

    def wait(self, seconds: int) -> None:
        self.real += seconds
        if self.here is not None and not self.is_held:
            self.used[self.here] += seconds

    def set_clock(self, seconds: int) -> None:
        self.set_by += timedelta(seconds=seconds)
        self.look()

    def look(self) -> None:
        if by := self.watch.look():
            self.history.happened(follow_clock(self.document, "run", self.now(), by))

    def go(self, index: int) -> None:
        self.here, self.is_held = ITEMS[index % len(ITEMS)], False
        go_to(self.history, self.here, self.now())

    def hold(self, _: int) -> None:
        self.is_held = self.here is not None
        self.history.happened(hold_clock(self.document, "run", self.now()))

    def release(self, _: int) -> None:
        self.is_held = False
        self.history.happened(release_clock(self.document, "run", self.now()))

    def give(self, seconds: int) -> None:
        minutes = seconds % 7 - 3
        if self.here is not None:
            self.more[self.here] += minutes
        self.history.happened(give_minutes(self.document, "run", minutes))

    def restart(self, _: int) -> None:
        stream = BytesIO()
        write(self.document, stream, ExportOptions())
        self.history = History(read_document(BytesIO(stream.getvalue())))

    @property
    def document(self) -> Document:
        return self.history.document


ACTS = ("wait", "set_clock", "go", "hold", "release", "give", "restart")


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(-7200, 7200)), max_size=25))
def test_whatever_happens_no_second_is_lost_and_none_is_won(acts: list[tuple[str, int]]) -> None:
    room = Room()
    for act, seconds in acts:
        getattr(room, act)(abs(seconds) if act == "wait" else seconds)
    run, now = run_of(room.history), room.now()
    assert {item: used(run, item, now).total_seconds() for item in ITEMS} == room.used
    clock = clock_at(room.document, run, now)
    assert (clock.item if clock else None) == room.here
    if clock is not None and room.here is not None:
        assert clock.is_held == room.is_held
        time = max(15 + room.more[room.here], 0) * 60
        assert clock.left.total_seconds() == time - room.used[room.here]


def test_a_computer_whose_other_clock_sleeps_takes_sleep_for_time_that_went_by() -> None:
    times = [TWO_O_CLOCK, at(14, 30), at(13, 30)]
    watch = ClockWatch(iter(times).__next__, iter([0.0, 60.0, 120.0]).__next__, sleeps=True)
    assert watch.look() == timedelta()
    assert watch.look() == timedelta(minutes=-61)
