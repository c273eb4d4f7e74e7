"""What can be asked for on the command line, and how it is explained there."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app import __version__
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
from app.paths import path_given

if TYPE_CHECKING:
    from app.formats.format import Format


class Command(NamedTuple):
    """A job by its name on the command line: what it does, how it is asked for, and an example."""

    job: Callable[[Namespace], int]
    adds: Callable[[ArgumentParser], None]
    does: str
    example: str
    refuses: Callable[[Namespace], str] = lambda options: ""
    """A sentence on what was asked for and makes no difference; none where all does."""


def parse(arguments: Sequence[str]) -> Namespace:
    """What is asked for; its `job` does it. Wrong usage, `--help` and `--version` raise SystemExit."""
    if arguments and arguments[0] in COMMANDS:
        command = COMMANDS[arguments[0]]
        parser = _parser(f"journeywall {arguments[0]}", f"{command.does}.", f"  {command.example}")
        command.adds(parser)
        parser.set_defaults(job=command.job)
        options = parser.parse_args(arguments[1:])
        if refusal := command.refuses(options):
            parser.error(refusal)
        return options
    return _window_parser().parse_args(arguments)


def _window_parser() -> ArgumentParser:
    commands = "\n".join(f"  {name:11}{command.does}" for name, command in COMMANDS.items())
    examples = "\n".join(f"  {command.example}" for command in COMMANDS.values())
    parser = _parser(
        "journeywall",
        "Open the window to draw customer journey maps, or do one job without it.\n\n"
        f"jobs (“journeywall export --help” tells more):\n{commands}",
        f"  journeywall dinner.journey\n{examples}",
    )
    parser.usage = "journeywall [FILE …]\n       journeywall {" + ",".join(COMMANDS) + "} …"
    parser.add_argument(
        "files", nargs="*", type=_given, metavar="FILE", help="the projects to open, each in a window"
    )
    parser.add_argument("--version", action="version", version=f"journeywall {__version__}")
    parser.add_argument(
        "--self-test",
        action="store_const",
        dest="job",
        const=test_itself,
        help="try the main jobs, and report",
    )
    parser.set_defaults(job=open_window)
    return parser


def _parser(name: str, description: str, examples: str) -> ArgumentParser:
    return ArgumentParser(
        name,
        description=description,
        epilog=f"example{'s' * (examples.count(chr(10)) > 0)}:\n{examples}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_new(parser: ArgumentParser) -> None:
    from app.formats.templates import BLANK, template_names

    _add_out(parser, _project_path, "OUT.journey", "the project file to make")
    parser.add_argument(
        "--template",
        choices=template_names(),
        default=BLANK,
        help="what it starts from (default: %(default)s)",
    )


def _add_export(parser: ArgumentParser) -> None:
    from app.formats import written

    parser.add_argument("file", type=_given, metavar="FILE", help="the project file to export from")
    suffixes = ", ".join(known.suffix for known in written())
    _add_out(parser, _export_path, "OUT", f"the file to write; its ending says what: {suffixes}")
    add_export_arguments(parser)


def _add_preflight(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar="FILE", help="the project file to look at")
    add_export_arguments(parser)
    parser.add_argument(
        "--distance", type=parsed(_distance), help="from how far all of it is to be read, such as 2m"
    )
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def _add_import(parser: ArgumentParser) -> None:
    from app.formats import readable

    suffixes = ", ".join(known.suffix for known in readable())
    parser.add_argument(
        "file", type=_import_path, metavar="IN", help=f"the file to read; its ending says what: {suffixes}"
    )
    _add_out(parser, _project_path, "OUT.journey", "the project file to make")
    parser.add_argument("--json", action="store_true", help="tell as JSON how the file was read")


def _add_check(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar="FILE", help="the project file to check")


def _add_thin(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar="FILE", help="the project file, which is made smaller")


def _add_recover(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=_given, metavar="FILE", help="the damaged file, which is only read")
    _add_out(parser, _project_path, "OUT.journey", "the project file to make")


def _add_out(parser: ArgumentParser, path: Callable[[str], Path], metavar: str, help: str) -> None:
    parser.add_argument("out", type=path, metavar=metavar, help=help)
    parser.add_argument("--force", action="store_true", help="replace the file if there is one")


def _given(text: str) -> Path:
    try:
        return path_given(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def _project_path(text: str) -> Path:
    path = _given(text)
    if path.suffix.lower() != ".journey":
        raise ArgumentTypeError(f"“{text}” must end in .journey")
    return path


def _export_path(text: str) -> Path:
    from app.formats import written

    return _path_of_format(text, "written", written())


def _import_path(text: str) -> Path:
    from app.formats import readable

    return _path_of_format(text, "read", readable())


def _path_of_format(text: str, done: str, formats: "tuple[Format, ...]") -> Path:
    suffixes = [known.suffix for known in formats]
    path = _given(text)
    if path.suffix.lower() not in suffixes:
        raise ArgumentTypeError(f"“{text}” cannot be {done}: its name must end in {' or '.join(suffixes)}")
    return path


def _distance(text: str) -> float:
    """Metres, which need no unit here."""
    from app.pages.lengths import millimetres

    return millimetres(text if text[-1:].isalpha() else f"{text}m", 100, 50_000) / 1000


def _misplaced_in_export(options: Namespace) -> str:
    from app.formats import format_of

    return misplaced(options, format_of(options.out))


COMMANDS = {
    "new": Command(
        new_project, _add_new, "Make a project file", "journeywall new dinner.journey --template pizzeria"
    ),
    "export": Command(
        export_project,
        _add_export,
        "Write a map as a poster or picture, or a project as JSON",
        "journeywall export dinner.journey dinner.pdf --paper A0 --numbers",
        _misplaced_in_export,
    ),
    "preflight": Command(
        preflight_project,
        _add_preflight,
        "Say what is worth knowing before a poster is printed",
        "journeywall preflight dinner.journey --paper A0",
        lambda options: misplaced(options, None),
    ),
    "import": Command(
        import_project,
        _add_import,
        "Make a project file from JSON",
        "journeywall import dinner.json dinner.journey",
    ),
    "check": Command(
        check_project,
        _add_check,
        "Read a project file and say what is in it",
        "journeywall check dinner.journey",
    ),
    "thin": Command(
        thin_project,
        _add_thin,
        "Let go of a project's history but for its versions, which makes the file smaller",
        "journeywall thin dinner.journey",
    ),
    "recover": Command(
        recover_project,
        _add_recover,
        "Rescue what can be read of a damaged project file, and say what is missing",
        "journeywall recover dinner.journey rescued.journey",
    ),
}
