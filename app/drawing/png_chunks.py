"""Takes out of a PNG what is no picture: words that are packed in it.

150 KB of a PNG can hold a gigabyte of packed words, and Qt unpacks them all before it tells how large the
picture is.
"""

import struct

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">I4s")
_SUM = 4
_WORDS = (b"tEXt", b"zTXt", b"iTXt")


def without_words(data: bytes) -> bytes:
    """A PNG without its words; anything else, and what follows a broken piece of a PNG, as it is."""
    if not data.startswith(_SIGNATURE):
        return data
    kept, start, at = [], 0, len(_SIGNATURE)
    while at + _HEAD.size <= len(data):
        length, kind = _HEAD.unpack_from(data, at)
        end = at + _HEAD.size + length + _SUM
        if kind in _WORDS:
            kept.append(data[start:at])
            start = end
        at = end
    return b"".join((*kept, data[start:])) if kept else data
