"""Has argparse speak the language of the program.

It asks gettext for its words, by a name of its own, in a folder of the system's; here that name is given to
the program's catalogues. A test sees that it still asks by that name.
"""

import argparse

from app.language.phrases import Phrase, phrase, phrase_plural

WORDS = (
    phrase("usage: "),
    phrase("positional arguments"),
    phrase("options"),
    phrase("show this help message and exit"),
    phrase("%(prog)s: error: %(message)s\n"),
    phrase("argument %(argument_name)s: %(message)s"),
    phrase("the following arguments are required: %s"),
    phrase("unrecognized arguments: %s"),
    phrase("expected one argument"),
    phrase("expected at least one argument"),
    phrase("expected at most one argument"),
    phrase_plural("expected %s argument", "expected %s arguments", 1),
    phrase("invalid choice: %(value)r (choose from %(choices)s)"),
    phrase("not allowed with argument %s"),
    phrase("one of the arguments %s is required"),
    phrase("ignored explicit argument %r"),
)
"""What of argparse's own a person can come to see, so that it comes into the catalogues."""


def translate_argparse() -> None:
    vars(argparse).update(_=_said, ngettext=_said_of_number)


def _said(sentence: str) -> str:
    return str(Phrase(sentence))


def _said_of_number(one: str, many: str, number: int) -> str:
    return str(Phrase(one, many, values=(("count", number),)))
