"""Text from other programs as cells of notes, and a clipping as a table for them."""

import csv
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.drawing.clipping_tables import html_of, table_of, tsv_of
from app.limits import LONGEST_TEXT
from app.model.exchange.clippings import clipping_of_cells
from app.model.exchange.html_tokens import tokens
from app.model.exchange.tables import Table, cells_of_table, cells_of_text, table_of_html, table_of_text
from tests.documents import texts

PIECES_OF_HTML = (
    "<table>", "</table>", "<tr>", "<td>", "</td>", "a", "<p>", "<!--", "-->", "<!", "<?", "</", "&", "<",
    ">", "<td colspan=9", " rowspan='1000'", "=", '"', "'", "<script>", "</script ", "<style/>", "\0",
    "&#9999999999;",
)  # fmt: skip

words = texts.map(lambda text: " ".join(text.split())).filter(str.isprintable)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width).map(tuple), max_size=4)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("one\ntwo\r\n\r\nthree\n", ((("one", "two", "three"),),)),
        ("a\tb\nc\td\n", ((("a",), ("b",)), (("c",), ("d",)))),
        ("a\t\nb", (((("a", "b")),),)),
        ('"two\nlines"\tx', ((("two", "lines"), ("x",)),)),
        ('"say ""no""\tnow"\tx', ((('say "no"\tnow',), ("x",)),)),
        ('"I was lost", said Eva\n"Help', ((('"I was lost", said Eva', '"Help'),),)),
        ("• calls\n• waits", ((("calls", "waits"),),)),
        ("1.\tcalls\n2.\twaits", ((("calls", "waits"),),)),
        ("- calls\nwaits", ((("- calls", "waits"),),)),
        ("\t\tindented\n\t\tmore", ((("indented", "more"),),)),
    ],
)
def test_text_becomes_cells_of_notes(text: str, expected: object) -> None:
    assert cells_of_text(text) == expected


def test_a_line_longer_than_a_note_becomes_several_and_loses_nothing() -> None:
    ((lines,),) = cells_of_text("x" * (LONGEST_TEXT + 5))
    assert [len(line) for line in lines] == [LONGEST_TEXT, 5]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>no table</p>", ()),
        ("<table><tr><td>1<td>2<tr><td>3</table>", (("1", "2"), ("3", ""))),
        ("<table><tr><td colspan=2>1</td><td>2</td></tr></table>", (("1", "", "2"),)),
        ("<table><tr><th rowspan=2>1<td>2<tr><td>3</table>", (("1", "2"), ("", "3"))),
        ("<table><tr><td>a<br>b<p>c</p></td><td>&lt;d&nbsp;e&gt;</td></tr></table>", (("a\nb\nc", "<d e>"),)),
        ("<table><tr><td>a<table><tr><td>in<td>ner</table><td>b</table>", (("a\nin\nner", "b"),)),
        ("<style>td {}</style><table><tr><td>a<script>b</script></td><td>c</table>", (("a", "c"),)),
        ("Words and <table><tr><td>a<td>b</table>", ()),
        ("<table><tr><td colspan=99999999999999999999>a<td colspan=x>b</table>", (("a", "b"),)),
        ("</table></td><td>", ()),
        ("<table><tr><td title='a > b'>a<td title=it's>b</table>", (("a", "b"),)),
        ("<!--[if mso]><p>x<![endif]--><table><tr><td>a<![if !x]><td>b</table>", (("a", "b"),)),
        (f"<table><tr><td>a<td>&#{'9' * 5000};</table>", (("a", "\ufffd"),)),
        ("<script>if (a<b) {</script><table><tr><td>a < b<td>c</table>", (("a < b", "c"),)),
        ("<table><tr><td colspan=3 rowspan=900>a<tr><td>c</table>", (("a", "", "", ""), ("", "", "", "c"))),
        ("<table>" + "<tr><td colspan=1000 rowspan=1000>a" * 900 + "</table>", ()),
    ],
)  # fmt: skip
def test_a_table_is_read_out_of_html(html: str, expected: Table) -> None:
    assert table_of_html(html) == expected


@given(tables)
@example([('"', '"')])
def test_a_table_is_read_back_from_what_other_programs_get(rows: list[tuple[str, ...]]) -> None:
    clipping = clipping_of_cells(cells_of_table(tuple(rows)))
    table = table_of(clipping)
    assert table_of_text(tsv_of(table)) == table_of_text(tsv_of(tuple(rows)))
    assert cells_of_table(table_of_html(html_of(table))) == cells_of_table(table_of_text(tsv_of(table)))


@pytest.mark.parametrize(
    "text",
    [
        *('=HYPERLINK("http://x")', "+2 Nice", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "- milk", " =1", "＝1"),
        *("\t=1", "'=1", "''@x", "'-3"),
    ],
)
def test_what_a_spreadsheet_would_reckon_with_is_guarded_and_read_back(text: str) -> None:
    table: Table = ((text, "x"), ("y", f"z\n{text}"))
    row, *_ = csv.reader(tsv_of(table).splitlines(), delimiter="\t")
    assert row[0] == f"'{text}"
    assert html_of(table).count(escape(f"'{text}")) == 2
    assert table_of_text(tsv_of(table)) == table
    plain = " ".join(text.split())
    assert table_of_html(html_of(table)) == ((plain, "x"), ("y", f"z\n{plain}"))


@pytest.mark.parametrize(
    "text", ["-3", "+2", "-1,234.50", "-3.5 %", "-1e-7", "+12 €", "a=b", "x-y", "'tis", "−3"]
)
def test_numbers_and_plain_words_are_given_as_they_are(text: str) -> None:
    assert tsv_of(((text, "x"),)) == f"{text}\tx"
    assert f"<td>{escape(text)}</td>" in html_of(((text, "x"),))


@given(texts)
def test_any_text_is_read_without_complaint(text: str) -> None:
    for cell in (cell for row in cells_of_text(text) for cell in row):
        assert all(line.strip() for line in cell)


@given(st.lists(st.sampled_from(PIECES_OF_HTML)))
def test_any_html_is_read_without_complaint(pieces: list[str]) -> None:
    html = "".join(pieces)
    table = table_of_html(html)
    assert len({len(row) for row in table}) <= 1
    ends = [token.end for token in tokens(html)]
    assert ends == sorted(ends)
