"""The packed files of spreadsheets, opened with care: what would not fit, or is no such file, is refused."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from app.formats.tables.grids.decoding import refuse_larger
from app.language.phrases import phrase
from app.limits import LARGEST_UNPACKED_TABLE
from app.pages.errors import FormatError

_DAMAGED = (
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What the libraries raise that read a packed file, where bytes in it are not what they should be."""
_OLD = b"\xd0\xcf\x11\xe0"
"""How files begin that are encrypted, or of a spreadsheet from before 2007."""
_ENCRYPTED = 0x1


def unpacked(data: bytes) -> ZipFile:
    """The parts of a packed file. Raises FormatError for what is none, encrypted, or unpacks to too much."""
    refuse_larger(data)
    if data.startswith(_OLD):
        raise FormatError(
            phrase("It is protected by a password, or very old. Save it without one, as .xlsx or .csv.")
        )
    try:
        packed = ZipFile(BytesIO(data))
        parts = packed.infolist()
    except _DAMAGED as error:
        raise no_spreadsheet() from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise protected()
    # What a part says of its size is what is unpacked of it at the most.
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED_TABLE:
        raise FormatError(
            phrase("It unpacks to more than {most} MB.", most=LARGEST_UNPACKED_TABLE // 1_000_000)
        )
    return packed


@contextmanager
def told_of_damage() -> Iterator[None]:
    """Says in a sentence what a library stumbles over, which raises whatever comes. Raises FormatError."""
    try:
        yield
    except _DAMAGED as error:
        raise no_spreadsheet() from error


def no_spreadsheet() -> FormatError:
    return FormatError(phrase("It is no spreadsheet, whatever its name says, or it is damaged."))


def protected() -> FormatError:
    return FormatError(phrase("It is protected by a password. Save it without one."))
