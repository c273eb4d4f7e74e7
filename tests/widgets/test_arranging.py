"""A map is arranged for its paper in the window: seen before it is so, and taken back in one step."""

import pytest

from app.model.records import JourneyMap
from app.model.verbs.notes import set_text
from app.widgets.pages.arranging.dialog import ArrangeDialog
from tests.driver import WindowDriver
from tests.export_dialog import choose, opened, settle

pytestmark = pytest.mark.usefixtures("in_process")

LONG = "It takes them so long to say what is in the sauce that the customer has lost all hunger by then. " * 3


def arranging(driver: WindowDriver) -> ArrangeDialog:
    driver.window.actions_by_name["maps.arrange"].trigger()
    return shown(driver)


def shown(driver: WindowDriver) -> ArrangeDialog:
    (dialog,) = (one for one in driver.window.findChildren(ArrangeDialog) if one.isVisible())
    ready(driver, dialog)
    return dialog


def ready(driver: WindowDriver, dialog: ArrangeDialog) -> None:
    driver.wait_until(lambda: dialog.is_current and not dialog.preview.picture.isNull(), 20)


def arranged_for(driver: WindowDriver) -> str | None:
    arranged = driver.document.get(JourneyMap, driver.editor.map).arranged
    return None if arranged is None else arranged.paper


def test_a_map_is_arranged_as_it_was_shown_and_taken_back_in_one_step(pizzeria: WindowDriver) -> None:
    before = [stage.width for stage in pizzeria.document.stages(pizzeria.editor.map)]
    dialog = arranging(pizzeria)
    assert dialog.control("paper").value() == "A0"
    assert any(said.startswith("Can be read: the title from ") for said in dialog.findings.sentences())
    assert arranged_for(pizzeria) is None
    dialog.arrange.click()
    assert arranged_for(pizzeria) == "A0"
    assert not pizzeria.window.status.arrange_again.isVisible()
    pizzeria.window.actions_by_name["edit.undo"].trigger()
    assert arranged_for(pizzeria) is None
    assert [stage.width for stage in pizzeria.document.stages(pizzeria.editor.map)] == before


def test_only_the_paper_that_was_chosen_last_is_shown_and_arranged_for(pizzeria: WindowDriver) -> None:
    dialog = arranging(pizzeria)
    box = dialog.control("paper").box
    for paper in ("A3", "A4", "A1"):
        box.setCurrentText(paper)  # type: ignore[attr-defined] # It is a box to choose from.
    ready(pizzeria, dialog)
    assert dialog.preview.page is not None
    assert max(dialog.preview.page) == 841
    dialog.arrange.click()
    assert arranged_for(pizzeria) == "A1"


def test_a_paper_that_is_not_known_is_told_and_nothing_can_be_arranged(pizzeria: WindowDriver) -> None:
    dialog = arranging(pizzeria)
    dialog.control("paper").box.setCurrentText("A99")  # type: ignore[attr-defined]
    pizzeria.wait_until(lambda: dialog.is_current, 20)
    assert "A99" in dialog.words.text() + " ".join(dialog.findings.sentences())
    assert not dialog.arrange.isEnabled()
    dialog.reject()
    assert arranged_for(pizzeria) is None


def test_an_edit_that_no_longer_fits_says_so_and_moves_nothing(pizzeria: WindowDriver) -> None:
    arranging(pizzeria).arrange.click()
    again = pizzeria.window.status.arrange_again
    widths = [stage.width for stage in pizzeria.document.stages(pizzeria.editor.map)]
    note = pizzeria.note("Orders")
    pizzeria.editor.do(set_text(pizzeria.document, note.id, LONG))
    assert again.isVisible()
    assert again.text() == "No longer fills A0: arrange again"
    assert [stage.width for stage in pizzeria.document.stages(pizzeria.editor.map)] == widths
    again.click()
    dialog = shown(pizzeria)
    assert dialog.control("paper").value() == "A0"
    dialog.arrange.click()
    assert not again.isVisible()


def test_a_map_that_is_arranged_already_is_told_to_be(pizzeria: WindowDriver) -> None:
    arranging(pizzeria).arrange.click()
    dialog = arranging(pizzeria)
    assert dialog.words.text() == "The map is arranged like this already."
    assert not dialog.arrange.isEnabled()
    dialog.reject()


def test_an_export_says_where_it_prints_another_map_and_offers_to_arrange_it_so(
    pizzeria: WindowDriver,
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A1", scale="Fill the paper")
    assert any(said.startswith("The poster is arranged for A1") for said in dialog.findings.sentences())
    dialog.remedies.buttons()["Arrange the map like this…"].click()
    shown(pizzeria).arrange.click()
    assert arranged_for(pizzeria) == "A1"
    again = opened(pizzeria)
    choose(pizzeria, again, paper="A1")
    settle(pizzeria, again)
    assert not any("looks otherwise" in said for said in again.findings.sentences())


def test_a_map_without_stages_cannot_be_arranged(empty: WindowDriver) -> None:
    assert not empty.window.actions_by_name["maps.arrange"].isEnabled()
