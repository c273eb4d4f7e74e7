"""Where the addresses on a map lead, and which of them lead nowhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.addresses import encoded, opening, poster_address, refusal, whole_address

HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\x00\x1b\x7f\x85\u2028"
"""Letters that turn or hide what stands beside them."""


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("example.org/a", "https://example.org/a"),
        ("example.org:8443/a", "https://example.org:8443/a"),
        ("www.example.org", "https://www.example.org"),
        ("medium.example/@user/post", "https://medium.example/@user/post"),
        ("example.org?who=@eva", "https://example.org?who=@eva"),
        ("münchen.example", "https://münchen.example"),
        ("intranet:8080/wiki", "http://intranet:8080/wiki"),
        ("intranet/wiki", "http://intranet/wiki"),
        ("localhost:3000", "http://localhost:3000"),
        ("192.168.0.5:8080/x", "http://192.168.0.5:8080/x"),
        ("[::1]:3000", "http://[::1]:3000"),
        ("eva@example.org", "mailto:eva@example.org"),
    ],
)
def test_what_people_leave_out_of_an_address_is_filled_in(typed: str, whole: str) -> None:
    assert whole_address(typed) == whole
    assert opening(whole) == "open"
    assert opening(typed) == "open"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://example.org/Wände/größe?q=ä ö", "https://example.org/W%C3%A4nde/gr%C3%B6%C3%9Fe?q=%C3%A4%20%C3%B6"),
        ("https://example.org/System%20Req/a b.pdf", "https://example.org/System%20Req/a%20b.pdf"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a_(b)?x=1&y=(2)#L12", "https://example.org/a_(b)?x=1&y=(2)#L12"),
        ("https://example.org/@user1", "https://example.org/@user1"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
        ("https://STRASSE.example", "https://strasse.example"),
        ("https://straße.example:81/", "https://xn--strae-oqa.example:81/"),
        ("https://eva@example.org:8443/", "https://eva@example.org:8443/"),
        ("http://[::1]:3000/ä", "http://[::1]:3000/%C3%A4"),
        ("evä@example.org", "mailto:ev%C3%A4@example.org"),
        ("https://example.org/👨‍👩‍👧", "https://example.org/%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"),
        (r"https://example.org/a\b", "https://example.org/a%5Cb"),
        ('https://example.org/"<x>', "https://example.org/%22%3Cx%3E"),
    ],
)  # fmt: skip
def test_an_address_on_a_poster_has_no_letter_but_those_of_addresses(typed: str, written: str) -> None:
    assert poster_address(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        *("https://", "https:///x", "http://:80", "http://?x", "https://@/", "https:example.org", "mailto:"),
        *(r"\\server\share\plan.docx", "//server/share", r"C:\Users\eva\plan.docx", "C:/Users/eva/plan.docx"),
        *("/etc/passwd", "./plan.docx", "../plan.docx", "~/plan.docx", r"docs\plan.docx", "/", "?", "#"),
        *("file://server/share/x", "file:////server/share", r"file:///\\server\x", "file:///%5C%5Cserver/x"),
        *("file:plan.docx", "file:", r"https://example.org\@evil.example/", "https://exa mple.org/"),
        *("https://exam\u200bple.org", "https://example.org:99999/", "https://a..b/", "javascript:alert(1)"),
        *("tel:112", "msteams://teams.example.org/l/x", "https://[::1", "https://exa%6Dple.org/", ""),
        *("example.org:99999", "https://．/", "https://-/", "data:text/html,x"),
    ],
)
def test_what_is_no_address_of_a_page_mailbox_or_file_here_is_not_opened(typed: str) -> None:
    assert opening(typed) == "refuse"
    assert opening(whole_address(typed)) == "refuse"
    assert poster_address(typed) == ""


@pytest.mark.parametrize("letter", HIDDEN)
@pytest.mark.parametrize("typed", ["https://exam{}ple.org", "https://example.org/a{}b", "file:///home/a{}b"])
def test_letters_that_hide_where_an_address_leads_are_refused(letter: str, typed: str) -> None:
    address = typed.format(letter)
    assert opening(address) == "refuse"
    assert "invisible characters" in str(refusal(address))


def test_files_of_this_computer_are_asked_for_and_on_no_poster() -> None:
    for address in ("file:///etc/passwd", "file:///C:/Users/eva/plan.docx", "file://localhost/etc/passwd"):
        assert opening(address) == "ask"
        assert poster_address(address) == ""


@given(st.text(max_size=12), st.sampled_from(["", "https://example.org/", "https://", "eva@", "file:///"]))
@settings(max_examples=25)
def test_whatever_is_typed_a_poster_gets_plain_letters_and_leads_where_the_window_does(
    text: str, start: str
) -> None:
    written = poster_address(start + text)
    assert (written != "") == (opening(start + text) == "open")
    assert written.isascii()
    assert not any(letter in written for letter in ' "<>\\^`{|}')
    assert encoded(written) == written
