"""The agendas that templates bring, to be used in any project."""

from typing import NamedTuple

from app.formats.templates import template
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.analysis.agenda import length_in_words
from app.model.document import Document
from app.model.records import AgendaItem
from app.model.verbs.agenda import use_agenda


class OfferedAgenda(NamedTuple):
    """An agenda, by what it is called, and the template that brings it."""

    title: Phrase
    template: str

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """Its items, in the language that is spoken."""
        return template(self.template).agenda()

    @property
    def words(self) -> Phrase:
        """What it is called, with how long it takes: "Back-story play, 2 h 30 min"."""
        minutes = sum(item.minutes for item in self.items)
        return phrase("{agenda}, {length}", agenda=self.title, length=length_in_words(minutes))


OFFERED_AGENDAS = (
    OfferedAgenda(phrase_context("agenda", "Back-story play"), "current-state"),
    OfferedAgenda(phrase_context("agenda", "Short workshop"), "b2b-sale"),
    OfferedAgenda(phrase_context("agenda", "Half a day"), "customer-support"),
)


def template_with_agenda(name: str) -> Document:
    """A new project as a template has it, with the first of these agendas where it brings none."""
    document = template(name)
    if not document.agenda():
        document.apply(use_agenda(document, OFFERED_AGENDAS[0].items))
    return document
