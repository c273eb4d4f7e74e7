"""What can be asked for on the command line, and how it is explained there."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app import __version__
from app.cli.argparse_words import translate_argparse
from app.cli.export_arguments import add_export_arguments, misplaced, parsed
from app.cli.jobs import (
    check_project,
    export_project,
    import_project,
    new_project,
    open_window,
    preflight_project,
    recover_project,
    test_itself,
    thin_project,
)
from app.cli.language_option import add_language, speak_as_asked
from app.cli.updating import misplaced_in_import
from app.language.phrases import Phrase, phrase, tr, tr_context
from app.language.system_words import refused_address
from app.language.words import alternatives
from app.paths import AddressError, path_given

if TYPE_CHECKING:
    from app.formats.format import Format


class Command(NamedTuple):
    """A job by its name on the command line: what it does, how it is asked for, and an example."""

    job: Callable[[Namespace], int]
    adds: Callable[[ArgumentParser], None]
    does: Phrase
    example: str
    refuses: Callable[[Namespace], str] = lambda options: ""
    """A sentence on what was asked for and makes no difference; none where all does."""


def parse(arguments: Sequence[str]) -> Namespace:
    """What is asked for; its `job` does it. Wrong usage, `--help` and `--version` raise SystemExit."""
    translate_argparse()
    arguments = speak_as_asked(arguments, lambda refusal: _window_parser().error(refusal))
    if arguments and arguments[0] in COMMANDS:
        command = COMMANDS[arguments[0]]
        parser = _parser(f"journeywall {arguments[0]}", f"{command.does}.", [command.example])
        command.adds(parser)
        parser.set_defaults(job=command.job)
        options = parser.parse_args(arguments[1:])
        if refusal := command.refuses(options):
            parser.error(refusal)
        return options
    return _window_parser().parse_args(arguments)


def _window_parser() -> ArgumentParser:
    commands = "\n".join(f"  {name:11}{command.does}" for name, command in COMMANDS.items())
    what = tr("Open the window to draw customer journey maps, or do one job without it.")
    jobs = tr("jobs (“journeywall export --help” tells more):")
    parser = _parser(
        "journeywall",
        f"{what}\n\n{jobs}\n{commands}",
        ["journeywall dinner.journey", *(command.example for command in COMMANDS.values())],
    )
    indent = " " * len(tr("usage: "))
    parser.usage = f"journeywall [{_file()} …]\n{indent}journeywall {{{','.join(COMMANDS)}}} …"
    parser.add_argument(
        "files",
        nargs="*",
        type=_given,
        metavar=_file(),
        help=tr("the projects to open, each in a window"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"journeywall {__version__}",
        help=tr("show the version of the program and exit"),
    )
    parser.add_argument(
        "--self-test",
        action="store_const",
        dest="job",
        const=test_itself,
        help=tr("try the main jobs, and report"),
    )
    parser.set_defaults(job=open_window)
    return parser


def _parser(name: str, description: str, examples: Sequence[str]) -> ArgumentParser:
    heading = tr("example:") if len(examples) == 1 else tr("examples:")
    parser = ArgumentParser(
        name,
        description=description,
        epilog="\n".join((heading, *(f"  {example}" for example in examples))),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_language(parser)
    return parser


def _file() -> str:
    """What stands for a file's name where usage is explained."""
    return tr_context("what stands for a value", "FILE")


def _out() -> str:
    return tr_context("what stands for a value", "OUT.journey")


def _add_new(parser: ArgumentParser) -> None:
    from app.formats.templates import BLANK, template_names

    _add_out(parser, _project_path, _out(), tr("the project file to make"))
    parser.add_argument(
        "--template",
        choices=template_names(),
        default=BLANK,
        help=tr("what it starts from (default: {template})", template=BLANK),
    )


def _add_export(parser: ArgumentParser) -> None:
    from app.formats import written

    parser.add_argument("file", type=_given, metavar=_file(), help=tr("the project file to export from"))
    suffixes = ", ".join(known.suffix for known in written())
    _add_out(
        parser,
        _export_path,
        tr_context("what stands for a value", "OUT"),
        tr("the file to write; its ending says what: {suffixes}", suffixes=suffixes),
    )
    add_export_arguments(parser)


def _add_preflight(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar=_file(), help=tr("the project file to look at"))
    add_export_arguments(parser)
    parser.add_argument(
        "--distance",
        type=parsed(_distance),
        metavar=tr_context("what stands for a value", "DISTANCE"),
        help=tr("from how far all of it is to be read, such as 2m"),
    )
    parser.add_argument("--json", action="store_true", help=tr("tell it as JSON"))


def _add_import(parser: ArgumentParser) -> None:
    from app.formats import readable

    suffixes = ", ".join(known.suffix for known in readable())
    parser.add_argument(
        "file",
        type=_import_path,
        metavar=tr_context("what stands for a value", "IN"),
        help=tr("the file to read; its ending says what: {suffixes}", suffixes=suffixes),
    )
    _add_out(parser, _project_path, _out(), tr("the project file to make"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--map",
        dest="into",
        metavar=tr_context("on the command line", "TITLE"),
        help=tr("the project file is there: put the table into its map of this title"),
    )
    where.add_argument(
        "--add",
        action="store_true",
        help=tr(
            "the project file is there: add what is read as maps of its own, or take over its action register"
        ),
    )
    where.add_argument(
        "--register",
        action="store_true",
        help=tr("the project file is there: take over what others filled into its action register (.xlsx)"),
    )
    parser.add_argument(
        "--preview",
        action="store_true",
        help=tr("say what would change in the project that is there, and change nothing"),
    )
    parser.add_argument("--json", action="store_true", help=tr("tell as JSON how the file was read"))


def _add_check(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar=_file(), help=tr("the project file to check"))


def _add_thin(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=_given, metavar=_file(), help=tr("the project file, which is made smaller")
    )


def _add_recover(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar=_file(), help=tr("the damaged file, which is only read"))
    _add_out(parser, _project_path, _out(), tr("the project file to make"))


def _add_out(parser: ArgumentParser, path: Callable[[str], Path], metavar: str, help: str) -> None:
    parser.add_argument("out", type=path, metavar=metavar, help=help)
    parser.add_argument("--force", action="store_true", help=tr("replace the file if there is one"))


def _given(text: str) -> Path:
    try:
        return path_given(text)
    except AddressError as error:
        raise ArgumentTypeError(str(refused_address(error))) from error


def _project_path(text: str) -> Path:
    path = _given(text)
    if path.suffix.lower() != ".journey":
        raise ArgumentTypeError(tr("“{text}” must end in .journey", text=text))
    return path


def _export_path(text: str) -> Path:
    from app.formats import written

    path, suffixes = _given(text), _suffixes(written())
    if path.suffix.lower() not in suffixes:
        endings = alternatives(suffixes)
        raise ArgumentTypeError(
            tr("“{text}” cannot be written: its name must end in {endings}", text=text, endings=endings)
        )
    return path


def _import_path(text: str) -> Path:
    from app.formats import readable

    path, suffixes = _given(text), _suffixes(readable())
    if path.suffix.lower() not in suffixes:
        endings = alternatives(suffixes)
        raise ArgumentTypeError(
            tr("“{text}” cannot be read: its name must end in {endings}", text=text, endings=endings)
        )
    return path


def _suffixes(formats: "tuple[Format, ...]") -> list[str]:
    return [known.suffix for known in formats]


def _distance(text: str) -> float:
    """Metres, which need no unit here."""
    from app.pages.lengths import millimetres

    return millimetres(text if text[-1:].isalpha() else f"{text}m", 100, 50_000) / 1000


def _misplaced_in_export(options: Namespace) -> str:
    from app.formats import format_of

    return misplaced(options, format_of(options.out))


COMMANDS = {
    "new": Command(
        new_project,
        _add_new,
        phrase("Make a project file"),
        "journeywall new dinner.journey --template pizzeria",
    ),
    "export": Command(
        export_project,
        _add_export,
        phrase("Write a map as a poster or picture, or a project as JSON"),
        "journeywall export dinner.journey dinner.pdf --paper A0 --numbers",
        _misplaced_in_export,
    ),
    "preflight": Command(
        preflight_project,
        _add_preflight,
        phrase("Say what is worth knowing before a poster is printed"),
        "journeywall preflight dinner.journey --paper A0",
        lambda options: misplaced(options, None),
    ),
    "import": Command(
        import_project,
        _add_import,
        phrase("Make a project file from JSON or a table, or bring it into one"),
        "journeywall import dinner.json dinner.journey",
        misplaced_in_import,
    ),
    "check": Command(
        check_project,
        _add_check,
        phrase("Read a project file and say what is in it"),
        "journeywall check dinner.journey",
    ),
    "thin": Command(
        thin_project,
        _add_thin,
        phrase("Reduce a project’s history to its versions, which makes the file smaller"),
        "journeywall thin dinner.journey",
    ),
    "recover": Command(
        recover_project,
        _add_recover,
        phrase("Rescue what can be read of a damaged project file, and say what is missing"),
        "journeywall recover dinner.journey rescued.journey",
    ),
}
