"""Workshops in projects of their own, and those that went on when a project was left."""

from app.formats.template_agendas import template_with_agenda
from app.language.phrases import tr
from app.model.document import Document
from app.model.labels import NO_LABEL
from app.model.verbs.editing import set_fields
from app.widgets.actions.window import Window
from app.widgets.base.overlays.notice import Notice
from app.widgets.pages.agenda.workshop_question import AskedWorkshop


def project_for(asked: AskedWorkshop) -> Document:
    """A new project for a workshop: the template's maps and agenda, under the workshop's title."""
    document = template_with_agenda(asked.template)
    if asked.title.strip():
        document.apply(set_fields(document, [document.project.id], NO_LABEL, name=asked.title))
    return document


def take_up(window: Window, asked: AskedWorkshop) -> None:
    """Begin the workshop in its window; one of another day shows what is planned."""
    if asked.is_now:
        window.workshop.begin(asked.people, asked.names)
        window.presentation.start()
    else:
        window.show_agenda()


def offer_to_go_on(window: Window) -> None:
    """Offer to go on with a workshop that went on when the project was left: "Pain points, 12 min left"."""
    words = str(window.workshop.to_go_on)
    if not words or window.editor.is_for_reading:
        return
    notice = Notice(tr("A workshop was going on when this project was closed."))

    def go_on() -> None:
        notice.hide()
        window.workshop.take_up()
        window.presentation.start()

    def finish() -> None:
        notice.hide()
        window.actions_by_name["workshop.finish"].trigger()

    notice.offer(words, tr("Show it to others again; its clock has been going on"), go_on)
    notice.offer(tr("End the workshop"), tr("Its clock stops now"), finish)
    window.put_notice(notice)
