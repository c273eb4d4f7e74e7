"""A whole workshop on the pizzeria, by keyboard alone and by mouse; and killed after any of its acts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.formats.templates import template
from app.model.analysis.matrix import placed_at
from app.model.records import Note, Round
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.pages.minutes.page import MinutesPage
from app.widgets.window import main_window
from tests.clock_by_hand import Hands, by_hand
from tests.widgets.conftest import OpenWindow
from tests.workshop_day import AGENDA, HANDS, PEOPLE, USED, ByKeys, ByMouse, what_is_held

ACTS = 29
KILLED_AFTER = [*range(1, ACTS, 2), *range(2, ACTS, 5)]


@pytest.mark.slow("a whole workshop")
@pytest.mark.parametrize("by", [ByKeys, ByMouse])
def test_a_workshop_is_held_from_its_agenda_to_its_minutes(
    by: type[ByKeys], open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands()
    monkeypatch.setattr(main_window, "Workshop", by_hand(hands))
    driver = open_window(template("pizzeria"))
    day = by(driver, hands)
    acts = 0
    for act in day.acts():
        act()
        acts += 1
    assert acts == ACTS
    document = driver.document
    assert document.stages(driver.editor.map)[2].id == driver.note("Nobody greets").stage
    assert driver.note("Twelve steps to the door").section == driver.section("Pain points").id
    assert [one.text for one in document.parked("parking lot")] == ["Loyalty card"]
    (round,) = document.rounds()
    candidates = document.get(Round, round.id).candidates
    assert len(candidates) == len(HANDS)
    minutes = driver.window.show_page(MinutesPage).markdown
    assert f"{PEOPLE} people" in minutes
    planned = [line.rsplit(" ", 2)[:2] for line in AGENDA]
    for (title, minutes_planned), used in zip(planned, USED, strict=True):
        assert f"| {title} | {used} | {minutes_planned} |" in minutes
    ranking = sorted(zip(HANDS, range(len(HANDS)), strict=True), key=lambda one: (-one[0], one[1]))
    rows = [f"| {index + 1} | {candidates[index].text} | {hands} |" for hands, index in ranking]
    places = [minutes.index(row) for row in rows]
    assert places == sorted(places)
    assert placed_at(document.get(Note, day.placed)) == pytest.approx((1 / 6, 5 / 6), abs=0.05)
    assert "Loyalty card" in minutes
    driver.project.wait_until_saved(20)
    with ProjectFile.open(driver.project.path, read_only=True) as saved:
        assert what_is_held(saved.document) == what_is_held(document)


@pytest.mark.slow("each kill needs a process that holds a workshop")
@pytest.mark.parametrize(
    "acts",
    [24, *(pytest.param(acts, marks=pytest.mark.long("each act")) for acts in KILLED_AFTER)],
)
def test_what_had_happened_is_in_the_file_after_a_kill(tmp_path: Path, acts: int) -> None:
    path = tmp_path / "day.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.workshop_day", str(path), str(acts)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == -9, done.stderr
    assert check(path).faults == ()
    with ProjectFile.open(path) as project:
        assert not project.read_only, project.why_read_only
        assert what_is_held(project.document) == done.stdout.strip()
