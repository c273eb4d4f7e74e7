"""Why the system refused something is said in the language that is spoken."""

import errno
from pathlib import Path

import pytest

from app.language.phrases import phrase
from app.language.spoken import speaking
from app.language.system_words import missing_words, refused_address, why
from app.paths import AddressError, OtherKindError, path_given
from app.resources import MissingResourceError


@pytest.mark.parametrize(
    ("error", "english", "german"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full", "der Datenträger ist voll"),
        (
            OtherKindError("pipe", Path("a")),
            "it is a pipe, not a file",
            "das ist eine Pipe, keine Datei",
        ),
        (OSError(errno.ENOSPC, phrase("it is empty")), "it is empty", "sie ist leer"),
        (OSError("whatever"), "whatever", "whatever"),
        (OSError(errno.ECHILD, "No child processes"), "No child processes", "No child processes"),
    ],
)
def test_a_refusal_is_said_in_words(error: OSError, english: str, german: str) -> None:
    assert str(why(error)) == english
    with speaking("de"):
        assert str(why(error)) == german


def test_a_missing_file_of_the_programs_own_is_told_even_where_the_catalogues_are_missing() -> None:
    with speaking("de"):
        assert missing_words(MissingResourceError("fonts/Inter.ttf")) == (
            "Journeywalls eigene Datei fonts/Inter.ttf fehlt; installieren Sie Journeywall neu."
        )
        assert missing_words(MissingResourceError("languages")).startswith("Journeywall’s own file languages")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file://elsewhere/a.journey", "„file://elsewhere/a.journey“ liegt auf einem anderen Computer"),
        ("file:", "„file:“ ist kein Pfad zu einer Datei."),
    ],
)
def test_an_address_that_leads_to_no_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(AddressError) as refused:
        path_given(text)
    with speaking("de"):
        assert str(refused_address(refused.value)).startswith(said)
