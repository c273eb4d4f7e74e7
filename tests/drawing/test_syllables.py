"""Where words may be hyphenated, with a dictionary and without."""

from itertools import pairwise

import pytest

from app.drawing.hyphen_dictionaries import DICTIONARIES, dictionary_places
from app.drawing.syllables import places_by_dictionary, places_by_rule


def hyphenated(word: str, places: tuple[int, ...]) -> str:
    return "-".join(word[start:end] for start, end in pairwise([0, *places, len(word)]))


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Berührungspunkte", "Be-rüh-rungs-punkte"),
        ("Mundpropaganda", "Mund-pro-pa-ganda"),
        ("Allergensymbole", "Al-ler-gen-sym-bole"),
        ("Notifications", "No-ti-fi-ca-tions"),
        ("Zucker", "Zu-cker"),
        ("e\u0301cole\u0301gante", "e\u0301co-le\u0301-gante"),
        ("επικοινωνία", "επι-κοι-νω-νία"),
        ("ресторан", "рес-то-ран"),
        ("xyz", "xyz"),
    ],
)
def test_by_rule_a_word_breaks_before_the_last_consonant_of_a_syllable(word: str, broken: str) -> None:
    assert hyphenated(word, places_by_rule(word)) == broken


@pytest.mark.parametrize(
    ("language", "word", "broken"),
    [
        ("de", "Reklamationsbearbeitung", "Re-kla-ma-ti-ons-be-arbei-tung"),
        ("de_AT", "Kompensationsnachweis", "Kom-pen-sa-ti-ons-nach-weis"),
        ("en", "Communication", "Com-mu-ni-ca-tion"),
        ("en_GB", "Communication", "Com-mu-nic-a-tion"),
        ("fr", "Remboursement", "Rem-bour-se-ment"),
        ("es", "Comunicación", "Co-mu-ni-ca-ción"),
        ("xx", "Communication", "Communication"),
    ],
)
def test_by_dictionary_a_word_breaks_as_in_its_language(language: str, word: str, broken: str) -> None:
    assert hyphenated(word, places_by_dictionary(word, language)) == broken


@pytest.mark.parametrize("language", DICTIONARIES)
def test_each_dictionary_is_there_and_breaks_words(language: str) -> None:
    assert any(dictionary_places(word, language) for word in ("informacija", "επικοινωνία", "информација"))
