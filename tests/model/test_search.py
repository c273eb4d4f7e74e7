"""Finding and replacing words, and filtering notes."""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import invariants
from app.model.document import Document
from app.model.finding.filtering import Filter, choices, notes_of, sentence
from app.model.finding.matching import spans
from app.model.finding.numbering import note_numbers
from app.model.finding.search import Search, replace
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import JourneyMap, LegendEntry, Note, Persona, Project, Section, Stage
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, reorder, set_fields
from app.model.verbs.notes import add_note, set_text
from app.model.verbs.sections import leave_off_posters
from tests.documents import documents, texts
from tests.edits import do_some


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            LegendEntry(id="pink", colour="pink", meaning="Pain point"),
            Persona(id="eva", name="Eva"),
            JourneyMap(id="one"),
            JourneyMap(id="two", position=1),
            Stage(id="order", map="one", name="Order pizza"),
            Stage(id="eat", map="one", name="Eat", position=1),
            Section(id="does", map="one", name="Does"),
            Section(id="pains", map="one", name="Pizza pains", position=1),
            Note(id="a", section="pains", stage="eat", text="cold", tags=("PIZZA", "oven"), colour="pink"),
            Note(id="b", section="does", stage="eat", text="eats pizza", owner="Pizza team", persona="eva"),
            Note(id="c", section="does", stage="order", text="calls", evidence="assumption"),
            Stage(id="later", map="two", name="Pizza next week"),
        ]
    )


def found(search: Search, words: str, map: str | None = None) -> list[str]:
    return [hit.id for hit in search.find(words, map)]


def test_words_are_found_in_reading_order_whatever_their_case(document: Document) -> None:
    search = Search(document)
    assert found(search, "pizza") == ["order", "b", "pains", "a", "later"]
    assert found(search, "pizza", "one") == ["order", "b", "pains", "a"]
    assert found(search, "oven") == ["a"]
    assert found(search, "Pizza TEAM") == ["b"]
    assert found(search, "  ") == found(search, "burger") == []


def test_a_note_is_found_by_its_number_beside_what_says_it(document: Document) -> None:
    document.apply(set_fields(document, ["b"], plain_label("Edit"), text="eats 3 pizzas"))
    search = Search(document)
    assert found(search, "#1") == ["c"]
    assert found(search, " # 3 ", "one") == ["a"]
    assert found(search, "#4") == found(search, "#0") == found(search, "#") == []
    hits = search.find("3")
    assert [(hit.id, hit.is_number) for hit in hits] == [("b", False), ("a", True)]


def test_numbers_follow_the_document_and_leave_out_last_what_posters_leave_out(document: Document) -> None:
    search = Search(document)
    assert found(search, "#1") == ["c"]
    change = leave_off_posters(document, ["does"], True)
    document.apply(change)
    search.follow(change)
    assert found(search, "#1") == ["a"]
    assert note_numbers(document, "one") == {"a": 1, "c": 2, "b": 3}


def test_the_next_hit_is_the_first_from_where_one_stands(document: Document) -> None:
    search = Search(document)
    hits = search.find("pizza")
    assert [hit.id for hit in hits] == ["order", "b", "pains", "a", "later"]
    for map, id, expected in (
        ("one", None, 0),
        ("one", "order", 0),
        ("one", "c", 1),
        ("one", "pains", 2),
        ("one", "a", 3),
        ("two", None, 4),
        ("two", "later", 4),
    ):
        assert search.first_from(hits, map, id) == expected
    assert search.first_from(search.find("eats"), "one", "a") == 0
    assert search.first_from([], "one", None) == 0


def test_what_changes_is_found_as_it_is_now(document: Document) -> None:
    search = Search(document)
    document.subscribe(search.follow)
    assert found(search, "call") == ["c"]
    for change, expected in (
        (set_text(document, "c", "phones"), []),
        (add_note(document, "pains", "order", "must call twice", id="new"), ["new"]),
    ):
        document.apply(change)
        assert found(search, "call") == expected
    document.apply(move_to_cell(document, ["b"], "pains", "order"))
    assert found(search, "pizza", "one") == ["order", "pains", "b", "a"]
    document.apply(reorder(document, ["pains"], 0))
    assert found(search, "pizza", "one") == ["order", "pains", "b", "a"]
    document.apply(delete(document, ["order", "two"]))
    assert found(search, "pizza") == ["pains", "a"]


@given(st.data(), documents(), texts)
def test_a_search_that_was_open_all_the_time_finds_what_a_new_one_finds(
    data: st.DataObject, document: Document, words: str
) -> None:
    search, history = Search(document), History(document)
    document.subscribe(search.follow)
    for _ in range(3):
        search.find(words)
        do_some(data, history, most=2)
        assert search.find(words) == Search(document).find(words)


def test_replacing_is_one_step_in_texts_names_tags_and_owners(document: Document) -> None:
    change = replace(document, found(Search(document), "pizza"), "pizza", "pasta")
    assert str(change.label) == "Replace “pizza” in 5 places"
    document.apply(change)
    assert list(invariants.faults(document)) == []
    assert found(Search(document), "pizza") == []
    assert document.get(Note, "a").tags == ("pasta", "oven")
    assert document.get(Note, "b").owner == "pasta team"
    assert document.get(Stage, "order").name == "Order pasta"


def test_replacing_nothing_changes_nothing(document: Document) -> None:
    assert not replace(document, ["a", "gone"], "burger", "pasta")
    assert replace(document, ["a"], "oven", "").edits[0].record == document.get(Note, "a").changed(
        tags=("PIZZA",)
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Pizza, pizza", "PIZZA", [(0, 5), (7, 12)]),
        ("aaa", "aa", [(0, 2)]),
        ("Straße und STRASSE", "strasse", [(0, 6), (11, 18)]),
        ("Straße!", "e!", [(5, 7)]),
        ("ß", "s", []),
        ("text", "", []),
    ],
)
def test_words_stand_where_they_are_said_to(text: str, words: str, expected: list[tuple[int, int]]) -> None:
    assert spans(text, words) == expected


def test_a_search_through_20_000_notes_costs_little_more_than_looking_at_their_texts() -> None:
    notes = [
        Note(id=f"n{i}", section="r", stage="s", position=i, text=f"Note {i}: the customer waits, and waits")
        for i in range(20_000)
    ]
    records = [Project(id="p"), JourneyMap(id="m"), Stage(id="s", map="m"), Section(id="r", map="m")]
    search = Search(Document([*records, *notes]))
    folded = [note.text.casefold() for note in notes]

    def floor() -> int:
        return sum(text.find("note 19999") >= 0 for text in folded)

    assert len(search.find("note 19999")) == floor() == 1
    least = min(timeit.repeat(floor, number=3, repeat=7))
    assert min(timeit.repeat(lambda: search.find("note 19999"), number=3, repeat=7)) < 3 * least


def test_a_filter_lets_through_what_has_one_of_its_values_for_each_criterion(document: Document) -> None:
    def passing(filter: Filter) -> list[str]:
        return [note.id for note in notes_of(document, "one") if filter.matches(note)]

    assert passing(Filter()) == ["c", "b", "a"]
    assert passing(Filter(colours=frozenset(["pink", "blue"]))) == ["a"]
    assert passing(Filter(tags=frozenset(["oven"]))) == ["a"]
    assert passing(Filter(personas=frozenset(["eva"]))) == ["b"]
    assert passing(Filter(owners=frozenset(["Pizza team"]), colours=frozenset(["pink"]))) == []
    assert passing(Filter(evidence=frozenset(["assumption"]))) == ["c"]
    assert not Filter()


def test_a_filter_says_in_words_what_it_lets_through(document: Document) -> None:
    filter = Filter(
        colours=frozenset(["pink"]), tags=frozenset(["oven", "PIZZA"]), personas=frozenset(["eva"])
    )
    assert str(sentence(document, filter)) == "Pain point · tag “oven” or tag “PIZZA” · Eva"


def test_one_can_filter_by_what_the_notes_of_the_map_have(document: Document) -> None:
    document.apply(set_fields(document, ["c"], plain_label("Set owner"), owner="anna"))
    found = choices(document, "one")
    assert found.colours == ("pink", "yellow")
    assert found.tags == ("oven", "PIZZA")
    assert found.owners == ("anna", "Pizza team")
    assert (found.personas, found.evidence) == (("eva",), ("assumption",))
    assert choices(document, "two").tags == ()
