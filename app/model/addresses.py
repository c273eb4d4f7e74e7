"""The addresses that a map may lead to, which of them may be opened, and how they are written on a poster."""

import re
import unicodedata
from typing import Literal
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from app.language.phrases import Phrase, phrase

Opening = Literal["open", "ask", "refuse"]

_PAGES = ("https", "http")
_HOST_AND_PORT = re.compile(r"([^\s/\\?#@:\[\]]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}(?=[/?#]|\Z)")
_NO_HOSTS = frozenset(("http", "https", "mailto", "file", "tel", "sms", "fax", "callto"))
"""Schemes that a number may follow."""
_MAILBOX = re.compile(r"[^\s/\\?#@:]+@[^\s/\\?#@:]+")
_HIDING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control letters, and those that turn the direction in which what follows is read."""
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_KEPT = "/:@!$&'()*+,;=%"
"""What may stand in a path beside letters and digits; what is encoded already stays as it is."""


def opening(address: str) -> Opening:
    """Whether an address may be opened, only after asking, or not at all."""
    return _opening(whole_address(address))


def whole_address(address: str) -> str:
    """The address with the scheme that people leave out: "example.org" is a page, "a@b.org" a mailbox.

    What can be neither, such as a path, stays as it is.
    """
    address = address.strip()
    if _MAILBOX.fullmatch(address):
        return f"mailto:{address}"
    found = _HOST_AND_PORT.match(address)
    is_host = found is not None and found.group(1).casefold() not in _NO_HOSTS
    if _scheme(address) and not is_host:
        return address
    whole = f"https://{address}"
    if _opening(whole) == "refuse":
        return address
    return f"http://{address}" if _is_near(_split(whole)) else whole


def refusal(address: str) -> Phrase:
    """Why an address is not opened, in a sentence."""
    if _HIDING.search(address.strip()):
        return phrase("The address has invisible characters that hide where it leads. Type it anew.")
    return phrase(
        "Only web pages, e-mail addresses and files on this computer can be opened: "
        "http://, https://, mailto: and file:///."
    )


def poster_address(address: str) -> str:
    """What a poster leads to, in the letters that any program takes; nothing where it must not lead there.

    A file is on no poster: other people's machines have other files.
    """
    whole = whole_address(address)
    return encoded(whole) if _opening(whole) == "open" else ""


def encoded(address: str) -> str:
    """A whole address in plain letters: others percent-encoded, those of a host as domain names have them."""
    split = _split(address)
    if split.netloc:
        user, at, _ = split.netloc.rpartition("@")
        host = split.hostname or ""
        name = f"[{host}]" if ":" in host else ".".join(map(_plain_label, _labels(host)))
        port = "" if split.port is None else f":{split.port}"
        split = split._replace(netloc=f"{_quoted(user)}{at}{name}{port}")
    path, query, fragment = split.path, split.query, split.fragment
    return urlunsplit(
        split._replace(path=_quoted(path), query=_quoted(query, "?"), fragment=_quoted(fragment, "?"))
    )


def shown_address(address: str) -> str:
    """The address as people read it, without its scheme."""
    for scheme in ("https://", "http://", "mailto:", "file://"):
        if address.casefold().startswith(scheme):
            return address[len(scheme) :].rstrip("/")
    return address


def _opening(address: str) -> Opening:
    """What may be done with a whole address."""
    if _HIDING.search(address):
        return "refuse"
    split, scheme = _split(address), _scheme(address)
    if scheme in _PAGES:
        return "open" if _leads_to_a_host(split) else "refuse"
    if scheme == "mailto":
        return "open" if re.match("[^@]+@[^@]", split.path) else "refuse"
    return "ask" if scheme == "file" and _is_here(split) else "refuse"


def _leads_to_a_host(split: SplitResult) -> bool:
    try:
        host = split.hostname or ""
        is_port = split.port is None or split.port > 0
    except ValueError:
        return False
    is_name = ":" in host or all(map(_is_label, _labels(host)))
    return (
        bool(host) and is_name and is_port and not split.netloc.startswith("@") and "\\" not in split.netloc
    )


def _is_here(split: SplitResult) -> bool:
    """Whether a file is one of this computer: Windows would give the user's password to another one."""
    path = unquote(split.path)
    is_path = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return is_path and split.netloc.casefold() in ("", "localhost")


def _is_near(split: SplitResult) -> bool:
    """Whether a host is one of the own network, where pages are seldom encrypted."""
    host = split.hostname or ""
    return "." not in host or re.fullmatch(r"[\d.]+", host) is not None


def _labels(host: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", host.lower()).replace("。", ".")
    return plain.removesuffix(".").split(".")


def _is_label(label: str) -> bool:
    is_made_of_letters = all(letter in "-_" or unicodedata.category(letter)[0] in "LMN" for letter in label)
    return is_made_of_letters and label.strip("-") == label != ""


def _plain_label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode()}"


def _quoted(part: str, also: str = "") -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_KEPT + also)


def _scheme(address: str) -> str:
    return _split(address).scheme.casefold()


def _split(address: str) -> SplitResult:
    """The parts of an address; where it is none, a scheme that nothing opens."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("unreadable", "", "", "", "")
