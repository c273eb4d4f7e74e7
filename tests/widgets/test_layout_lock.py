"""The layout lock: what notes stand in stays as it is, until somebody unlocks it."""

import pytest

from tests.driver import WindowDriver


@pytest.fixture
def locked(pizzeria: WindowDriver) -> WindowDriver:
    """The sample with its layout locked."""
    pizzeria.window.actions_by_name["view.lock"].trigger()
    return pizzeria


def test_stages_stay_and_the_refusal_offers_the_way_out(locked: WindowDriver) -> None:
    before = locked.stage_names()
    locked.select_stage("Arrival")
    locked.press("Delete")
    assert locked.stage_names() == before
    locked.click("Unlock")
    locked.select_stage("Arrival")
    locked.press("Delete")
    assert "Arrival" not in locked.stage_names()


def test_notes_are_written_all_the_same(locked: WindowDriver) -> None:
    locked.add_note("Arrival", "Pain points", "No lamp")
    assert locked.note("No lamp").text == "No lamp"


def test_a_section_can_be_folded_all_the_same(locked: WindowDriver) -> None:
    locked.select_section("Actions")
    locked.window.actions_by_name["sections.fold"].trigger()
    assert locked.section("Actions").is_folded
