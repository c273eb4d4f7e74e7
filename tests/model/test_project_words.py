"""Words that are right in one project."""

from app.limits import MOST_PROJECT_WORDS
from app.model.history.history import History
from app.model.records import Persona
from app.model.verbs.maps import new_project
from app.model.verbs.personas import add_persona
from app.model.verbs.project_words import forget_word, learn_word
from app.spelling.texts import names_of


def test_a_word_is_learned_once_and_forgotten_however_it_was_written() -> None:
    history = History(new_project())
    for _ in range(2):
        history.do(learn_word(history.document, "Strudelhaus"))
    assert list(history.document.project.words) == ["Strudelhaus"]
    history.do(forget_word(history.document, "strudelhaus"))
    assert list(history.document.project.words) == []
    history.undo()
    assert list(history.document.project.words) == ["Strudelhaus"]
    assert str(history.undoable and history.undoable.label) == "Learn “Strudelhaus” in this project"


def test_no_more_words_are_learned_than_there_may_be() -> None:
    document = new_project()
    full = document.project.changed(words=tuple(f"word{number}" for number in range(MOST_PROJECT_WORDS)))
    document = type(document)(full if record.id == full.id else record for record in document)
    assert not learn_word(document, "more")


def test_names_and_learned_words_of_a_project_are_known() -> None:
    history = History(new_project())
    history.do(add_persona(history.document, name="Giulia Rossi"))
    history.do(learn_word(history.document, "Strudelhaus"))
    assert {"giulia", "rossi", "strudelhaus"} <= names_of(history.document)
    assert history.document.all(Persona)
