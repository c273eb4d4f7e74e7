"""Everything that the window can show: each place with what leads there."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.formats.import_notes import ImportNote
from app.formats.template_agendas import OFFERED_AGENDAS
from app.formats.xlsx.register_update import RegisterUpdate, Update
from app.language.phrases import phrase, tr
from app.model.change import Change
from app.model.labels import NO_LABEL
from app.model.verbs.parking import park
from app.storage.guard.lock import Holder
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import BackingUp
from app.widgets.base.overlays.message_box import message_box
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.pages.agenda.page import AgendaPage
from app.widgets.pages.minutes.page import MinutesPage
from app.widgets.pages.persona_page.page import PersonaPage
from app.widgets.program.error_box import show_error
from app.widgets.program.rescue import offer_rescue, recover_beside, rescue_report
from app.widgets.tables.register_question import RegisterQuestion
from app.widgets.window.still_busy import StillLooking, StillWriting, question_on_loss
from app.widgets.window.taking_over import question_on_taking_over
from tests.boxes import another_program, boxes, click, notices
from tests.controls import question
from tests.driver import WindowDriver
from tests.export_dialog import opened

_until_the_end = ExitStack()
"""What a scene leaves as it is until the test has ended."""

Scene = Callable[[WindowDriver], object]


def of_action(name: str) -> Scene:
    def run(driver: WindowDriver) -> None:
        driver.select_note("Host at the door")
        driver.window.actions_by_name[name].trigger()

    return run


def selected(kind: str, name: str) -> Scene:
    return lambda driver: driver.editor.select([getattr(driver, kind)(name).id])


def point(driver: WindowDriver) -> None:
    driver.click_on(
        driver.document.points(driver.section("Emotional graph").id, driver.stage("Order").id)[0].id
    )


def entry(driver: WindowDriver) -> None:
    driver.click_on(driver.document.entries(driver.section("Process").id, driver.stage("Awareness").id)[0].id)


def message(driver: WindowDriver) -> None:
    driver.window.show_message(tr("Deleted the stage."), offer_undo=True)


def persona_page(driver: WindowDriver) -> None:
    driver.editor.select([driver.persona("Eva Molin").id])
    driver.press("Ctrl+Shift+P")
    assert driver.window.pages.page(PersonaPage).is_open


def agenda(driver: WindowDriver) -> None:
    page = driver.window.show_page(AgendaPage)
    page.use(OFFERED_AGENDAS[0])
    driver.editor.select([item.id for item in driver.document.agenda() if item.item_kind == "vote"])


def empty_agenda(driver: WindowDriver) -> None:
    driver.window.show_page(AgendaPage).open()


def minutes(driver: WindowDriver) -> None:
    driver.window.workshop.begin(2, ("Eva", "Ben"))
    driver.window.workshop.finish()
    driver.window.show_page(MinutesPage)


def trouble(driver: WindowDriver) -> None:
    assert driver.project.wait_until_saved(20)
    _until_the_end.enter_context(another_program(driver.window.path))
    driver.add_note("Order", "Actions", "Counts the money")
    driver.wait_until(lambda: notices(driver.window) != [], 20)


def loss(driver: WindowDriver) -> None:
    question_on_loss(driver.window, tr("The last changes are not in the file."), is_gone=True).box.open()


def gone(driver: WindowDriver) -> None:
    away = driver.window.path.rename(driver.window.path.with_name("away"))
    _until_the_end.callback(away.rename, driver.window.path)
    assert not driver.project.wait_until_looked(20)
    driver.wait_until(lambda: notices(driver.window) != [])


def held_by_another_machine(driver: WindowDriver) -> None:
    holder = Holder("Ana", "laptop-7", "", 1, "1", "2025-05-03T12:03:00+00:00")
    question_on_taking_over(driver.window, holder, lambda: None).open()


def writing(driver: WindowDriver) -> None:
    driver.window.show_overlay(lambda: StillWriting(driver.window, "dinner.journey", 2))


def looking(driver: WindowDriver) -> None:
    driver.window.show_overlay(lambda: StillLooking(driver.window, "dinner.journey"))


def no_backup(driver: WindowDriver) -> None:
    (backing_up,) = driver.window.findChildren(BackingUp)
    backing_up.failed.emit(tr("There is no new backup of dinner.journey."))


def table(driver: WindowDriver) -> None:
    rows = ("Stage,Arrival,Order", "Emotional graph,1,4", "Actions,Host at the door,Printed menu")
    QApplication.clipboard().setText("\n".join(rows))
    driver.canvas.setFocus()
    driver.press("Ctrl+V")


def register_back(driver: WindowDriver) -> None:
    """A register in which others took over an action, and filled in what is no day."""
    note = driver.note("Light the sign")
    told = phrase("“{text}” is no day with its year, so it is left out.", text="soon")
    update = RegisterUpdate(
        Change(NO_LABEL, ()),
        (Update(note, "owner", note.owner, "Mia"), Update(note, "status", "", "done")),
        (ImportNote("left out", told),),
        is_of_this_project=True,
    )
    driver.window.show_overlay(lambda: RegisterQuestion(driver.window, "register.xlsx", update, lambda: None))


def damaged(driver: WindowDriver) -> None:
    path = driver.window.path.with_name("dinner.journey")
    ProjectFile.create(path, driver.document.copy(), overwrite=True).close()
    path.write_bytes(path.read_bytes()[:-6_000])

    def rescue() -> None:
        out, found = recover_beside(path)
        message_box(rescue_report(path, out, found), driver.window).open()

    offer_rescue(tr("The file is damaged."), driver.window, rescue)


def rescued(driver: WindowDriver) -> None:
    damaged(driver)
    (box,) = boxes()
    click(box, tr("Rescue what can be read"))
    box.hide()


def note_bar(driver: WindowDriver) -> None:
    driver.window.fold(right=True)
    driver.select_note("Host at the door")


def details(driver: WindowDriver) -> None:
    note_bar(driver)
    driver.press("F4")


def parking_lot(driver: WindowDriver) -> None:
    driver.editor.do(park(driver.document, "Who owns the sign: the city or the house?", "pink"))
    driver.editor.do(park(driver.document, "The kitchen closes at ten", "blue", "inbox"))


def layout_locked(driver: WindowDriver) -> None:
    driver.window.actions_by_name["view.lock"].trigger()
    driver.select_stage("Arrival")
    driver.press("Delete")


def written_before_others(driver: WindowDriver) -> None:
    driver.press("F5")
    driver.press("E")


SCENES: dict[str, Scene] = {
    "map": lambda driver: None,
    "gone": gone,
    "held by another machine": held_by_another_machine,
    "note": selected("note", "Host at the door"),
    "stage": selected("stage", "Arrival"),
    "section": selected("section", "Actions"),
    "graph": selected("section", "Emotional graph"),
    "persona": selected("persona", "Eva Molin"),
    "point": point,
    "entry": entry,
    "question": question,
    "message": message,
    "export": opened,
    "arranging": of_action("maps.arrange"),
    "styling": of_action("styles.edit"),
    "persona page": persona_page,
    "agenda": agenda,
    "empty agenda": empty_agenda,
    "minutes": minutes,
    "start page": of_action("file.start"),
    "trouble": trouble,
    "loss": loss,
    "writing": writing,
    "looking": looking,
    "no backup": no_backup,
    "table": table,
    "register back": register_back,
    "damaged": damaged,
    "rescued": rescued,
    "note bar": note_bar,
    "details": details,
    "parking lot": parking_lot,
    "layout locked": layout_locked,
    "slide": lambda driver: driver.press("F5"),
    "written before others": written_before_others,
    "told": lambda driver: show_error(tr("There is no such file."), driver.window),
    **{
        name: of_action(name)
        for name in (
            "view.find",
            "edit.replace",
            "edit.copy_picture",
            "view.filter",
            "view.register",
            "view.counts",
            "view.matrix",
            "workshop.rounds",
            "personas.show",
            "workshop.run",
            "file.restore",
            "history.show",
            "history.save_version",
            "sections.insert",
            "help.commands",
            "help.shortcuts",
            "help.about",
        )
    },
}


def shown(driver: WindowDriver, name: str) -> QWidget:
    """The window, dialog or overlay that a scene shows."""
    SCENES[name](driver)
    return on_top(driver)


def on_top(driver: WindowDriver) -> QWidget:
    """The dialog or overlay over the window, or else the window."""
    QApplication.processEvents()
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not driver.window]
    overlays = [one for one in driver.window.findChildren(Overlay) if one.isVisible()]
    return (tops or overlays or [driver.window])[0]


@contextmanager
def cleared_away(driver: WindowDriver) -> Iterator[WindowDriver]:
    """In the end dialogs are closed, and troubles are over."""
    yield driver
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog | QMenu):
            top.close()
    _until_the_end.close()
    assert driver.project.wait_until_saved(20)
