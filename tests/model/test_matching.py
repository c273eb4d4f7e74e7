"""Words are found as people read them: by whole letters, however these are written."""

import unicodedata

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.model.document import Document
from app.model.finding.matching import LENIENT, Matching, folded, sought, spans
from app.model.finding.search import Search, replace
from app.model.records import JourneyMap, Note, Project, Section, Stage

COMPOSED = unicodedata.normalize("NFC", "Müller’s café")
APART = unicodedata.normalize("NFD", COMPOSED)
CASE, WHOLE = Matching(case=True), Matching(whole_words=True)
LETTERS = (
    *("a", "A", "ä", "a\u0308", "ß", "ss", "s", "ﬁ", "f", "i", "İ", "ı", "ς", "σ", "1", "²", "½"),
    *("'", "’", "“", '"', " ", "\u00a0", "…", ".", "-", "–", "\u00ad", "\u200b", "\u0301", "\n"),
    *("한", "\u1112\u1161\u11ab", "가", "か", "が", "न", "\u093f", "ก", "\u0e47"),
    *("👍", "👍🏽", "👨\u200d👩\u200d👧", "🇺🇸", "🇺", "❤", "❤\ufe0f"),
)  # fmt: skip
pieces = st.lists(st.sampled_from(LETTERS), max_size=12).map("".join)
matchings = st.builds(Matching, case=st.booleans(), whole_words=st.booleans())


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Maße", "mas", []),
        ("Maße", "masse", ["Maße"]),
        ("Maße", "maß", ["Maß"]),
        ("ﬁne ﬂow", "f", []),
        ("ﬁne ﬂow", "fi", ["ﬁ"]),
        ("it’s and it's", "it's", ["it’s", "it's"]),
        ("it’s and it's", "it’s", ["it’s", "it's"]),
        ("“so” and „so“", '"so"', ["“so”", "„so“"]),
        ("10\u00a0km 10\u202fkm 10 km", "10 km", ["10\u00a0km", "10\u202fkm", "10 km"]),
        ("2020–21 2020-21", "2020-21", ["2020–21", "2020-21"]),
        ("hy\u00adphen\u200bated", "hyphenated", ["hy\u00adphen\u200bated"]),
        ("hy\u00adphen", "hy", ["hy"]),
        (COMPOSED, APART, [COMPOSED]),
        (APART, COMPOSED, [APART]),
        (APART, "muller's cafe", [APART]),
        (APART, "u", [unicodedata.normalize("NFD", "ü")]),
        ("schon schön", "schon", ["schon", "schön"]),
        ("schon schön", "schön", ["schön"]),
        ("한국", "하", []),
        ("が", "か", []),
        ("👍🏽", "👍", []),
        ("👨‍👩‍👧", "👧", []),
        ("🇺🇸", "🇺", []),
        ("❤️ ❤", "❤", ["❤️", "❤"]),
        ("ΣΑΣ σας", "σας", ["ΣΑΣ", "σας"]),
        ("wait… wait...", "wait...", ["wait…", "wait..."]),
        ("wait…", "wait.", []),
        ("STRASSE Straße", "straße", ["STRASSE", "Straße"]),
    ],
)
def test_whole_letters_are_found_however_they_are_written(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words)] == found
    assert found_ids(text, words) == (["note"] if found else [])


@pytest.mark.parametrize(
    ("text", "words", "matching", "found"),
    [
        ("Eva eva EVA", "Eva", CASE, 1),
        ("Maße", "masse", CASE, 0),
        ("it’s", "it's", CASE, 1),
        ("Café café cafe", "cafe", CASE, 1),
        ("schon schön", "schon", CASE, 1),
        ("schon schön", "schön", CASE, 1),
        ("menu menus remenu", "menu", WHOLE, 1),
        ("it’s it", "it", WHOLE, 1),
        ("über-all überall", "über", WHOLE, 1),
        ("3.5 and 3", "3", WHOLE, 1),
        ("#tag #tags", "#tag", WHOLE, 1),
        ("日本語", "本", WHOLE, 1),
        ("Menu menu", "menu", Matching(case=True, whole_words=True), 1),
    ],
)
def test_case_and_whole_words_are_asked_for(text: str, words: str, matching: Matching, found: int) -> None:
    assert len(spans(text, words, matching)) == found
    assert found_ids(text, words, matching) == (["note"] if found else [])
    assert (
        replaced(text, words, "#", matching).count("#") == text.count("#") + found - words.count("#") * found
    )


@given(pieces, pieces, matchings)
@example("Maße", "s", LENIENT)
@settings(max_examples=100)
def test_every_hit_lies_on_the_borders_of_letters_and_says_the_words(
    text: str, words: str, matching: Matching
) -> None:
    borders = {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}
    wanted, before = sought(words, matching), 0
    for start, end in spans(text, words, matching):
        assert before <= start < end
        assert {start, end} <= borders
        assert wanted is not None
        assert folded(text[start:end], wanted.form).text == wanted.needle
        before = end


@given(pieces, pieces, matchings)
@settings(max_examples=25)
def test_what_stands_there_is_found_and_replacing_it_by_itself_changes_nothing(
    before: str, words: str, matching: Matching
) -> None:
    text, wanted = clean_note(f"{before}\n{words}\n{before}").text, sought(words, matching)
    if wanted is not None and "\n" not in words and not matching.whole_words:
        assert spans(text, words, matching)
        again = replaced(text, words, words, matching)
        assert folded(again, wanted.form).text == folded(text, wanted.form).text


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x20), min_size=1), pieces)
@settings(max_examples=25)
def test_plain_letters_are_replaced_by_themselves_without_a_change(words: str, around: str) -> None:
    text = around + words + around
    note = clean_note(text)
    plain = [note.text[start:end] for start, end in spans(note.text, words, CASE)]
    if all(one == words for one in plain):
        assert replaced(note.text, words, words, CASE) == note.text


@given(pieces, pieces, matchings)
@settings(max_examples=25)
def test_a_note_is_a_hit_where_its_text_says_the_words(text: str, words: str, matching: Matching) -> None:
    note = clean_note(text)
    if words.strip() and "\n" not in words:
        says = bool(spans(note.text, words, matching))
        assert [hit.id for hit in Search(map_of(note)).find(words, None, matching) if not hit.is_number] == (
            ["note"] if says else []
        )


def found_ids(text: str, words: str, matching: Matching = LENIENT) -> list[str]:
    hits = Search(map_of(clean_note(text))).find(words, None, matching)
    return [hit.id for hit in hits if not hit.is_number]


def replaced(text: str, words: str, by: str, matching: Matching) -> str:
    document = map_of(clean_note(text))
    document.apply(replace(document, ["note"], words, by, matching))
    return document.get(Note, "note").text


def clean_note(text: str) -> Note:
    return Note(id="note", section="r", stage="s", text=text)


def map_of(note: Note) -> Document:
    return Document(
        [
            *(Project(id="p"), JourneyMap(id="m"), Stage(id="s", map="m"), Section(id="r", map="m", name="")),
            note,
        ]
    )
