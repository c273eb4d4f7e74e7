"""The text of a file whose encoding nobody tells: UTF-8, UTF-16, or what Western Windows writes."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from app.formats.import_notes import ImportNote
from app.language.phrases import phrase
from app.limits import LARGEST_TABLE_FILE
from app.pages.errors import FormatError

_PDF, _ZIP, _OLE = b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOOKED_AT = 1_000


def decoded(data: bytes) -> tuple[str, tuple[ImportNote, ...]]:
    """The text, and a note where its encoding was guessed. Raises FormatError for what is no text."""
    refuse_larger(data)
    if data.startswith((_PDF, _ZIP, _OLE)):
        raise FormatError(phrase("It is no text, whatever its name says."))
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig", "replace"), ()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ()
    if encoding := _wide(data):
        return data.decode(encoding, "replace"), (_note("UTF-16"),)
    if b"\x00" in data[:_LOOKED_AT]:
        raise FormatError(phrase("It is no text, whatever its name says."))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        # Five bytes of it mean nothing in Windows' own encoding.
        return data.decode("cp1252", "replace"), (_note("Windows-1252"),)


def refuse_larger(data: bytes) -> None:
    """Raises FormatError for a file that is larger than is read."""
    if len(data) > LARGEST_TABLE_FILE:
        raise FormatError(
            phrase(
                "A table may have {most} MB at most, and this has more.", most=LARGEST_TABLE_FILE // 1_000_000
            )
        )


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is nought."""
    sample = data[:_LOOKED_AT]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) // 4 and not odd else ""


def _note(encoding: str) -> ImportNote:
    return ImportNote("taken", phrase("The letters were read as {encoding}.", encoding=encoding))
