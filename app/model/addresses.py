"""The addresses that a map may lead to, and which of them may be opened."""

from typing import Literal
from urllib.parse import urlsplit

Opening = Literal["open", "ask", "refuse"]

_OPENED = frozenset({"http", "https", "mailto"})


def opening(address: str) -> Opening:
    """Whether an address may be opened, only after asking, or not at all."""
    scheme = _scheme(address)
    if scheme in _OPENED:
        return "open"
    return "ask" if scheme == "file" else "refuse"


def whole_address(address: str) -> str:
    """The address with the scheme that people leave out: "example.org" is a page, "a@b.org" a mailbox."""
    address = address.strip()
    if not address or _scheme(address):
        return address
    if "@" in address and "/" not in address:
        return f"mailto:{address}"
    return f"https://{address}"


def opens_from_a_poster(address: str) -> bool:
    """Whether a PDF may lead there: other people's machines have other files."""
    return opening(address) == "open"


def shown_address(address: str) -> str:
    """The address as people read it, without its scheme."""
    for scheme in ("https://", "http://", "mailto:", "file://"):
        if address.casefold().startswith(scheme):
            return address[len(scheme) :].rstrip("/")
    return address


def _scheme(address: str) -> str:
    try:
        return urlsplit(address.strip()).scheme.casefold()
    except ValueError:
        return "unreadable"
