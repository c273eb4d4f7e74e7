"""Words that are too wide for their place: broken between syllables, with a hyphen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.hyphens import syllables, without_hyphens
from app.drawing.text import text_block
from app.drawing.theme import NOTE

WORDS = st.text(st.sampled_from("abeinrstuchßäö-,“\n 😀"), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Berührungspunkte", "Be-rüh-rungs-punkte"),
        ("Mundpropaganda", "Mund-pro-pa-ganda"),
        ("Bewertungsportale", "Be-wer-tungs-por-tale"),
        ("Allergensymbole", "Al-ler-gen-sym-bole"),
        ("Notifications", "No-ti-fi-ca-tions"),
        ("„Verzeichnisse“,", "„Ver-zeich-nisse“,"),
        ("Zucker", "Zu-cker"),
        ("xyz", "xyz"),
    ],
)
def test_a_word_breaks_before_the_last_consonant_of_a_syllable(word: str, broken: str) -> None:
    ends = [0, *syllables(word), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(ends)) == broken


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Berührungspunkte", ["Berührungs-", "punkte"]),
        ("Ziele der Kunden", ["Ziele der", "Kunden"]),
        ("Buchungs-Bewertungsportale", ["Buchungs-", "Bewertungs-", "portale"]),
        ("https://lago.example/reservierung", ["https://", "lago.example", "/reservierung"]),
    ],
)
def test_a_word_that_is_too_wide_goes_on_after_a_hyphen(text: str, lines: list[str]) -> None:
    assert [line.text for line in text_block(text, NOTE, 160).lines] == lines


@pytest.mark.usefixtures("qapp")
@given(WORDS, st.sampled_from([40.0, 90.0, 180.0]), st.integers(1, 6))
def test_nothing_of_a_text_is_lost_where_it_is_parted(text: str, width: float, lines: int) -> None:
    block = text_block(text, NOTE, width)
    first, rest = block.split(min(lines, block.line_count))
    shown = without_hyphens(first.replace("\n", "\u2028"), text)
    assert not text[shown : len(text) - len(rest)].strip()
    assert all(line.width <= width for line in block.lines)
