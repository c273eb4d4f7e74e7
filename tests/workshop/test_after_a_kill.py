"""A workshop in a process that is killed at some step: the file holds all that had happened until then."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.model.analysis.rounds import hands_of, revealed
from app.model.records import Run
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import small_file

HOLDS_A_WORKSHOP = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from app.model.verbs.agenda import add_item
from app.model.verbs.parking import park
from app.model.verbs.rounds import begin_round, count_hands
from app.model.verbs.runs import begin_item, begin_run, hold_clock, release_clock, reveal
from app.storage.project_file import ProjectFile
project = ProjectFile.open(Path(sys.argv[1]))
history, document = project.history, project.document
now = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
notes = ["note-0", "note-1", "note-2"]
acts = [
    lambda: history.do(add_item(document, "Pain points", 20, id="pains")),
    lambda: history.happened(begin_run(document, now, 9, id="run")),
    lambda: history.happened(begin_item(document, "run", "pains", now)),
    lambda: history.happened(hold_clock(document, "run", now + timedelta(minutes=3))),
    lambda: history.happened(release_clock(document, "run", now + timedelta(minutes=5))),
    lambda: history.do(park(document, "Loyalty card")),
    lambda: history.do(begin_round(document, "Which?", notes, 9, 2, now, "round")),
    lambda: history.do(count_hands(document, "round", 1, 4, now)),
    lambda: history.do(count_hands(document, "round", 2, 7, now)),
    lambda: history.do(count_hands(document, "round", 1, 5, now)),
    lambda: history.happened(reveal(document, "round", now)),
]
for number, act in enumerate(acts, 1):
    act()
    assert project.wait_until_saved(20)
    print(number, flush=True)
sys.stdin.readline()
"""
STEPS = 11


@pytest.mark.slow("each kill needs a process that holds a workshop")
@pytest.mark.parametrize(
    "step",
    [
        3,
        9,
        *(pytest.param(step, marks=pytest.mark.long("each step")) for step in (1, 2, 4, 5, 6, 7, 8, 10, 11)),
    ],
)
def test_what_had_happened_is_in_the_file_after_a_kill(tmp_path: Path, step: int) -> None:
    path = small_file(tmp_path / "day.journey")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_A_WORKSHOP, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as workshop:
        assert workshop.stdout is not None
        for number in range(1, step + 1):
            assert workshop.stdout.readline() == f"{number}\n"
        workshop.kill()
    assert check(path).faults == ()
    with ProjectFile.open(path) as project:
        document = project.document
        runs, counts = document.all(Run), hands_of(document, "round")
        assert len(document.agenda()) == 1
        if step >= 2:
            assert runs[0].people == 9
        if step >= 5:
            assert [one.is_held for one in runs[0].stretches][:3] == [False, True, False]
        if step >= 6:
            assert [one.text for one in document.parked("parking lot")] == ["Loyalty card"]
        wanted = {8: {1: 4}, 9: {1: 4, 2: 7}, 10: {1: 5, 2: 7}}
        known = [wanted[number] for number in sorted(wanted) if number >= min(step, 10)]
        assert step < 8 or counts in known
        assert step < 11 or revealed(document) == {"round"}
        assert project.history.undo() is not None
