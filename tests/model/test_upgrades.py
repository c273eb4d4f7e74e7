"""What upgrades are made of takes whatever values there are, and says what it did to which records."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.language.phrases import phrase
from app.model.upgrades import SCHEMA, Messages, Rule, renamed, replaced, upgraded, warnings_in

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(("id", "old", "new", "other")), JSON)


@given(FIELDS, JSON, JSON)
def test_any_values_are_taken_and_left_alone_where_they_are_not_meant(
    fields: dict[str, Any], old: object, new: object
) -> None:
    before = copy.deepcopy(fields)
    other = renamed("old", "new")(fields)
    assert "old" not in other
    assert other.get("other") is fields.get("other")
    replaced_one = replaced("old", old, new)(fields)
    assert set(replaced_one) == set(fields)
    assert str(fields) == str(before)


def test_a_value_that_is_left_out_stays_so() -> None:
    assert replaced("status", "dropped", "done")({"id": "a"}) == {"id": "a"}
    assert replaced("status", "dropped", "done")({"status": "dropped"}) == {"status": "done"}
    assert replaced("status", "dropped", "done")({"status": "open"}) == {"status": "open"}


def test_what_is_of_today_stays_as_it_is() -> None:
    fields = {"id": "a", "text": "Peanuts"}
    assert upgraded("note", fields, SCHEMA) is fields


def test_messages_name_some_of_the_records_and_tell_losses_first() -> None:
    kept = Rule("stage", renamed("a", "b"), phrase("The a is called b"), "info")
    lost = Rule("note", replaced("status", "dropped", None), phrase("The status is none"))
    quiet = Rule("note", renamed("a", "b"))
    messages = Messages()
    messages(kept, {"id": "order"})
    for number in range(7):
        messages(lost, {"id": f"note-{number}", "text": "" if number else "Peanuts\nand almonds"})
        messages(quiet, {"id": f"note-{number}"})
    assert [str(message) for message in messages] == [
        "The status is none (7 notes: “Peanuts and almonds”, note-1, note-2, note-3, note-4 …).",
        "The a is called b (1 stage: order).",
    ]
    assert [len(message.items) for message in warnings_in(messages)] == [7]
