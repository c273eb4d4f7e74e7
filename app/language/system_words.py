"""Why the system refused something, in words: its own would be in its own language, or in English."""

import errno

from app.language.phrases import Phrase, phrase, tr
from app.paths import AddressError, Kind, OtherKindError
from app.resources import MissingResourceError

_WHY = {
    errno.ENOENT: phrase("no such file or folder"),
    errno.ENOTDIR: phrase("its folder is not there"),
    errno.EACCES: phrase("permission denied"),
    errno.EPERM: phrase("this is not allowed"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.EDQUOT: phrase("the space allotted to you is used up"),
    errno.EFBIG: phrase("the disk takes no file that large"),
    errno.EROFS: phrase("the disk can only be read"),
    errno.EIO: phrase("the disk does not answer as it should"),
    errno.EISDIR: phrase("it is a folder"),
    errno.EEXIST: phrase("it is there already"),
    errno.EBUSY: phrase("another program is using it"),
    errno.ENAMETOOLONG: phrase("its name is too long"),
    errno.ELOOP: phrase("its name leads in a circle of symbolic links"),
    errno.EMFILE: phrase("too many files are open"),
    errno.ENFILE: phrase("too many files are open"),
    errno.ETIMEDOUT: phrase("it does not answer"),
    errno.ENODEV: phrase("its disk is not connected"),
    errno.ENXIO: phrase("its disk is not connected"),
}


_IN_USE = (32, 33)
"""How Windows says, beside a refusal like any other, that another program keeps a file to itself."""
_KINDS: dict[Kind, Phrase] = {
    "folder": phrase("it is a folder, not a file"),
    "pipe": phrase("it is a pipe, not a file"),
    "socket": phrase("it is a socket, not a file"),
    "device": phrase("it is a device, not a file"),
    "other": phrase("it is not a file"),
}


def why(error: OSError) -> Phrase:
    """Why the system refused: "permission denied". What is not known is said in the system's own words."""
    if isinstance(error, OtherKindError):
        return kind_words(error.kind)
    own = error.args[1] if len(error.args) > 1 else None
    if isinstance(own, Phrase):
        return own
    is_shared = getattr(error, "winerror", None) in _IN_USE
    known = _WHY.get(errno.EBUSY if is_shared else error.errno or 0)
    return known or Phrase("{words}", values=(("words", error.strerror or str(error) or repr(error)),))


def kind_words(kind: Kind) -> Phrase:
    """What is there instead of a file: "it is a pipe, not a file"."""
    return _KINDS[kind]


def missing_words(error: MissingResourceError) -> str:
    """What to do where a file of the program's own is missing; in English where the catalogues are."""
    if error.name.partition("/")[0] == "languages":
        return str(error)
    return tr("Journeywall’s own file {name} is missing; install it again.", name=error.name)


def refused_address(error: AddressError) -> Phrase:
    """Why an address leads to no file."""
    if error.is_elsewhere:
        return phrase("“{text}” is on another computer; give a path to it on this one.", text=error.text)
    return phrase("“{text}” is not a path to a file.", text=error.text)
