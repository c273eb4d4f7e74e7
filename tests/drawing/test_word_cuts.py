"""Words that are wider than their place: no line ends within one without a hyphen, and nothing is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.drawing.line_count import WordWidths
from app.drawing.text import TextBlock, font, least_width, text_block
from app.drawing.theme import NOTE, SMALL, TextStyle
from app.drawing.unbreakable import TokenWidths
from app.drawing.word_cuts import HYPHEN, Cutter, cut_text, uncut
from app.language.spoken import speaking

pytestmark = pytest.mark.usefixtures("qapp")

PARTS = st.sampled_from(
    [
        *("Reklamations", "bearbeitung", "Communication", "Berührungs", "punkte", "straße", "a", "Map"),
        *("dépôt", "e\u0301cole", "año", "żółć", "ψυχολογία", "достопримечательность", "ქართული"),
        *("漢字かな", "한국어", "المطعم", "עברית", "ภาษาไทย", "देवनागरी", "😀", "👩🏽‍🍳", "1234567890"),
        *("-", "/", "?", "&", "=", ".", "@", "_", "https://", "www.", "„", "“", "(", ")", ", ", " ", "\n"),
        *("’", "\u00a0", "\u00ad", "\u200b", "–", "…", "₂", "%"),
    ]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=14).map("".join) | st.text(max_size=30)
WIDTHS = st.sampled_from([60.0, 97.5, 180.0, 216.0, 403.0])
LANGUAGES = st.sampled_from(["de", "en", "fr", "es", "ko", "xx"])

LETTERS = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ԯႠ-ჿ]{2}")


def without_spaces(text: str) -> str:
    return "".join(text.split())


def is_within_word(beside: str) -> bool:
    """Whether a line would end between two letters of a script that is hyphenated."""
    return LETTERS.fullmatch(beside) is not None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Berührungspunkte", ["Berührungs-", "punkte"]),
        ("Ziele der Kunden", ["Ziele der", "Kunden"]),
        ("Buchungs-Bewertungsportale", ["Buchungs-", "Bewertungs-", "portale"]),
        ("B2B-Kundenbeziehungsmanagement", ["B2B-", "Kundenbezie-", "hungsmana-", "gement"]),
        ("CO₂-Kompensationsnachweis", ["CO₂-", "Kompensati-", "onsnachweis"]),
        ("„Verzeichnisseiten“, siehe", ["„Verzeichnis-", "seiten“, siehe"]),
        ("JourneyMapDefinition", ["JourneyMap-", "Definition"]),
        ("https://lago.example/reservierung", ["https://", "lago.example/", "reservierung"]),
        (
            "https://lago.example/a?table=12&guests=4",
            ["https://", "lago.example/", "a?table=12&", "guests=4"],
        ),
        ("maria.mustermann@inn.example", ["maria.", "mustermann@", "inn.example"]),
        ("/home/maria/report_of_the_year.pdf", ["/home/maria/", "report_of_the_", "year.pdf"]),
        ("достопримечательность", ["достоприме-", "чательность"]),
        ("DE89370400440532013000", ["DE89370400", "44053201300", "0"]),
    ],
)
def test_a_word_that_is_too_wide_goes_on_after_a_hyphen_and_an_address_without(
    text: str, lines: list[str]
) -> None:
    with speaking("de"):
        assert [line.text for line in text_block(text, NOTE, 172).lines] == lines


@pytest.mark.parametrize(("language", "first"), [("de", "Com-"), ("en", "Com-"), ("hu", "Com-")])
def test_a_word_is_broken_as_in_the_language_of_the_project(language: str, first: str) -> None:
    with speaking(language):
        assert text_block("Communication", NOTE, 70).lines[0].text == first


@given(TEXTS, st.sampled_from([NOTE, SMALL]), WIDTHS, LANGUAGES)
def test_no_line_ends_within_a_word_but_after_a_hyphen(
    text: str, style: TextStyle, width: float, language: str
) -> None:
    block = TextBlock(text, style, width, language)
    for cut in block.cuts:
        if not cut.is_hyphenated:
            assert not is_within_word(text[cut.at - 1 : cut.at + 1])
    layout = block._broken()
    shown = layout.text().encode("utf-16-le")
    for start in (layout.lineAt(index).textStart() for index in range(1, layout.lineCount())):
        beside = shown[2 * start - 2 : 2 * start + 2].decode("utf-16-le", "replace")
        assert not is_within_word(beside), beside


@given(TEXTS, st.sampled_from([NOTE, SMALL]), WIDTHS, LANGUAGES)
@example("😀ภาษาไทย", NOTE, 60.0, "de")
def test_the_lines_without_their_hyphens_give_the_text_back(
    text: str, style: TextStyle, width: float, language: str
) -> None:
    block = TextBlock(text, style, width, language)
    shown = cut_text(text, block.cuts)
    ends = [uncut(length, block.cuts) for length in range(len(shown) + 1)]
    assert ends[0] == 0
    assert ends[-1] == len(text)
    assert all(after - before in (0, 1) for before, after in pairwise(ends))
    back = "".join(shown[at] for at in range(len(shown)) if ends[at + 1] > ends[at])
    assert back == text
    drawn = "".join(line.text for line in block.lines)
    assert without_spaces(drawn) == without_spaces(shown)


@given(TEXTS, st.sampled_from([NOTE, SMALL]), WIDTHS)
def test_the_lines_that_are_counted_are_those_that_are_set(text: str, style: TextStyle, width: float) -> None:
    block = TextBlock(text, style, width, "de")
    assert block.line_count == len(block.lines) == block._broken().lineCount()


@given(TEXTS, st.sampled_from([NOTE, SMALL]))
def test_nothing_is_cut_in_the_least_width_but_where_an_address_goes_on(text: str, style: TextStyle) -> None:
    block = TextBlock(text, style, least_width(text, style), "de")
    assert not [cut for cut in block.cuts if cut.is_hyphenated or cut.is_forced]


@given(TEXTS, WIDTHS, st.integers(1, 6))
def test_nothing_of_a_text_is_lost_where_it_is_parted(text: str, width: float, lines: int) -> None:
    block = TextBlock(text, NOTE, width, "de")
    first, rest = block.split(min(lines, block.line_count))
    begun = first.removesuffix(HYPHEN) if not text.startswith(first) else first
    assert text.startswith(begun)
    assert not text[len(begun) : len(text) - len(rest)].strip()
    assert TextBlock(first, NOTE, width, "de").line_count <= max(lines, 1)


def test_a_text_without_spaces_is_not_measured_anew_for_each_of_its_lines() -> None:
    letters = 5_000
    widths = WordWidths(font(NOTE))
    cutter = Cutter(font(NOTE), widths, TokenWidths(font(NOTE), widths), "en")
    assert len(cutter.cuts("lauri" * (letters // 5), 180)) > 100
    assert sum(map(len, widths)) < 40 * letters
