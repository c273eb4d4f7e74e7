"""`--language`: in which language everything is said that follows, the window too."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from typing import NoReturn

from app.language.catalogues import languages
from app.language.phrases import tr, tr_context
from app.language.pseudo import PSEUDO
from app.language.spoken import set_program_language

FLAG = "--language"


def add_language(parser: ArgumentParser) -> None:
    """Explain it; it is taken out before anything else is read, as the explanations are in that language."""
    parser.add_argument(
        FLAG,
        metavar=tr_context("what stands for a value", "LANGUAGE"),
        choices=None,
        help=tr("the language to speak: {languages}", languages=", ".join(languages())),
    )


def speak_as_asked(arguments: Sequence[str], refuse: Callable[[str], NoReturn]) -> list[str]:
    """Speak the language that is asked for. Returns the other arguments; `refuse` tells what is wrong."""
    rest, wanted = [], None
    given = iter(arguments)
    for argument in given:
        if argument == "--":
            rest += [argument, *given]
        elif argument == FLAG or argument.startswith(f"{FLAG}="):
            _, is_joined, wanted = argument.partition("=")
            wanted = wanted if is_joined else next(given, "")
        else:
            rest.append(argument)
    if wanted is not None:
        if (known := wanted.replace("-", "_")) not in (*languages(), *PSEUDO):
            refuse(
                tr(
                    "there is no language “{language}”; there are {languages}",
                    language=wanted,
                    languages=", ".join(languages()),
                )
            )
        set_program_language(known)
    return rest
