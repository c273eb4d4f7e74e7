"""The minutes of the day say what was stored of it, in the model and as text."""

from app.formats.minutes import as_markdown
from app.language.spoken import speaking
from app.model.analysis.minutes import ItemUsed, minutes_of
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.model.verbs.runs import begin_run
from tests.held_workshop import HANDS, QUESTION, at, held_workshop, ideas, run_of, since_it_began


def test_the_figures_are_those_of_the_afternoon() -> None:
    history = held_workshop()
    minutes = minutes_of(history.document, run_of(history), since_it_began(history))
    assert minutes.items == (
        ItemUsed("Scope", 16, 15), ItemUsed("Pain points", 22, 20), ItemUsed("Vote", 9, 10),
    )  # fmt: skip
    (result,) = minutes.results
    assert (result.question, result.people) == (QUESTION, 10)
    assert [one.hands for one in result.ranking] == sorted(HANDS, reverse=True)
    assert [one.is_gone for one in result.ranking if one.number == 4] == [True]
    assert [(one.owner, str(one.due)) for one in minutes.first] == [("", "None"), ("Marta", "2026-12-24")]
    assert len(minutes.without_owner) == 1
    assert minutes.decisions[-1] == "Loyalty card"
    assert minutes.parked == ("Who owns the sign: the city or us?",)
    told = [f"{one.name}: {one.what}" for one in minutes.changes]
    assert any("Correct the listing at once" in one for one in told)
    assert any(one.endswith("Removed from Arrival, Ideas") or "Removed" in one for one in told)
    assert not any("Scope" in one or "hands" in one for one in told)


def test_a_workshop_in_which_nothing_happened_has_minutes_of_nothing() -> None:
    history = held_workshop()
    history.happened(begin_run(history.document, at(600), id="empty"))
    minutes = minutes_of(history.document, history.document.runs()[-1])
    assert (minutes.items, minutes.results, minutes.changes, minutes.people) == ((), (), (), 0)


def test_names_can_be_left_out_everywhere_and_what_lacks_an_owner_is_told_all_the_same() -> None:
    history = held_workshop()
    minutes = minutes_of(history.document, run_of(history), with_names=False)
    text = as_markdown(minutes)
    assert not any(name in text for name in ("Eva", "Ben", "Marta"))
    assert "## Nobody answers for these yet" in text


def test_as_text_it_reads_well_in_both_languages() -> None:
    history = held_workshop()
    minutes = minutes_of(history.document, run_of(history), since_it_began(history))
    text = as_markdown(minutes)
    assert text.startswith(
        "# Trattoria Lago\n\nWorkshop on 1 December 2026  \n10 people: Eva, Ben\n\n## Agenda\n"
    )
    assert "| Pain points | 22 | 20 |" in text
    assert f"## {QUESTION}\n\n10 people, 2 votes each\n" in text
    assert "| 1 | 3 |" in text
    assert "(deleted since)" in text
    with speaking("de"):
        german = as_markdown(minutes)
    assert "Workshop am 1. Dezember 2026" in german
    assert "10 Personen: Eva, Ben" in german
    assert "## Zuerst angehen" in german


def test_nothing_that_a_note_says_means_anything_in_the_text() -> None:
    history = held_workshop()
    first = ideas(history)[1]
    history.do(set_text(history.document, first.id, "# <b>|x|</b>\n- [y](z)"))
    text = as_markdown(minutes_of(history.document, run_of(history)))
    assert r"\# \<b\>\|x\|\</b\> - \[y\](z)" in text
    assert history.document.get(Note, first.id).text.startswith("#")
