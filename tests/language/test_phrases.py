"""Sentences are said in the language that is spoken, with their plurals, numbers and what stands in them."""

import pytest

from app.language.phrases import Phrase, phrase, phrase_plural, tr, tr_plural
from app.language.spoken import program_language, set_program_language, speaking, spoken_locale
from app.language.words import capitalised, listed, megabytes, quoted
from app.model.nouns import word


def test_a_sentence_is_said_in_the_language_that_is_spoken() -> None:
    assert str(quoted("Pays")) == "“Pays”"
    with speaking("de"):
        assert str(quoted("Pays")) == "„Pays“"
        assert str(listed(["A", "B", "C"])) == "A, B und C"
        assert str(megabytes(300_000)) == "0,3 MB"
    assert str(listed(["A", "B", "C"])) == "A, B and C"


def test_a_phrase_waits_for_the_language_it_is_said_in() -> None:
    inner = phrase("“{text}”", text="Pays")
    outer = listed([inner, "x"])
    assert str(outer) == "“Pays” and x"
    with speaking("de"):
        assert f"{outer}" == "„Pays“ und x"


@pytest.mark.parametrize(("number", "said"), [(0, "0 notes"), (1, "1 note"), (4800, "4,800 notes")])
def test_a_number_decides_between_both_forms_and_is_written_as_people_do(number: int, said: str) -> None:
    assert tr_plural("{count} note", "{count} notes", number) == said
    assert str(phrase_plural("{count} note", "{count} notes", number)) == said


def test_what_somebody_else_wrote_is_never_read_as_a_placeholder() -> None:
    assert str(quoted("{0} {name} {x.__class__}")) == "“{0} {name} {x.__class__}”"
    assert not Phrase("")
    assert str(Phrase("")) == ""


def test_the_language_follows_the_system_until_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_NUMERIC"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    set_program_language(None)
    assert (program_language(), spoken_locale()) == ("de", "de_AT")
    monkeypatch.setenv("LANG", "tlh_KL.UTF-8")
    set_program_language(None)
    assert program_language() == "en"
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    set_program_language("de")
    assert (program_language(), spoken_locale()) == ("de", "de")
    set_program_language(None)
    assert (program_language(), spoken_locale()) == ("en", "fr_FR")


def test_pseudo_languages_show_what_is_not_marked_and_what_is_cut_off() -> None:
    with speaking("en_XA"):
        said = tr("{count} of all", count=3)
        assert said.startswith("⟦3 öf åľľ")
        assert len(said) > 1.3 * len("3 of all")
    with speaking("ar_XB"):
        assert tr("Open {name}", name="x") == "⟦אפעמ x⟧" or "x" in tr("Open {name}", name="x")


@pytest.mark.parametrize(("language", "said"), [("en", "Some evidence"), ("de", "Einzelne Belege")])
def test_a_word_that_stands_alone_begins_with_a_capital_and_keeps_the_others(
    language: str, said: str
) -> None:
    with speaking(language):
        assert capitalised(word("evidence", "some evidence")) == said
    assert capitalised("") == ""


def test_a_sentence_has_the_numbers_of_its_language_whatever_the_system_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    with speaking("en"):
        assert tr_plural("{count} note", "{count} notes", 4800) == "4,800 notes"
    with speaking("de"):
        assert tr_plural("{count} note", "{count} notes", 4800) == "4.800 Zettel"
