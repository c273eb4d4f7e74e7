"""The arguments of exports: they follow from the options of every deliverable and every format.

What is asked for and makes no difference is refused in a sentence, rather than swallowed.
"""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from app.language.phrases import Phrase, phrase, tr

if TYPE_CHECKING:
    from app.formats.format import Format
    from app.formats.options import ExportOptions
    from app.language.phrases import Phrase
    from app.model.history.history import History
    from app.pages.deliverables.deliverable import Deliverable
    from app.pages.options import Options, Setting

T = TypeVar("T")


class Argument(NamedTuple):
    """An option as it is asked for on the command line: by one flag, or by one for each of its choices."""

    setting: "Setting"
    holds: type

    @property
    def flags(self) -> tuple[str, ...]:
        chosen = tuple(choice.flag for choice in self.setting.choices if choice.flag)
        return chosen or ((self.setting.flag,) if self.setting.flag else ())

    @property
    def key(self) -> str:
        """Where what is asked for stands in the namespace."""
        return "/".join(self.flags)

    def flag_for(self, value: object) -> str:
        """The flag by which a value was asked for."""
        return next((one.flag for one in self.setting.choices if one.flag and one.value == value), self.key)


def arguments_of(settings: "Mapping[str, Setting]", options: "type[Options]") -> dict[str, Argument]:
    """The arguments of options, by the name of the option."""
    from app.pages.options import type_of

    found = {name: Argument(setting, type_of(options, name)) for name, setting in settings.items()}
    return {name: argument for name, argument in found.items() if argument.flags}


def add_export_arguments(parser: ArgumentParser) -> None:
    """What `export` and `preflight` are told of what goes onto pages, and of the file."""
    from app.pages.deliverables import DELIVERABLES
    from app.pages.options import GROUPS

    groups: dict[Phrase, Any] = {GROUPS[0]: parser.add_argument_group(str(GROUPS[0]))}
    what = groups[GROUPS[0]].add_mutually_exclusive_group()
    for known in DELIVERABLES:
        if known.help:
            what.add_argument(
                f"--{known.name}",
                action="store_const",
                dest="what",
                const=known.name,
                help=_explained(known.help),
            )
    exclusive: dict[Phrase | str, Any] = {}
    for argument in _all_arguments():
        setting = argument.setting
        if setting.group not in groups:
            groups[setting.group] = parser.add_argument_group(str(setting.group))
        group = groups[setting.group]
        rivals = setting.instead_of or (argument.key if len(argument.flags) > 1 else "")
        if rivals:
            group = exclusive.setdefault(rivals, None) or group.add_mutually_exclusive_group()
            exclusive[rivals] = group
        _add(group, argument)


def misplaced(asked: Namespace, format: "Format | None") -> str:
    """Why something that is asked for makes no difference to what is exported; nothing where all does.

    Without a format, the options of every format that shows pages are looked at too.
    """
    deliverable = _deliverable(asked)
    allowed = _allowed(deliverable, format)
    flags = ", ".join(flag for argument in allowed for flag in argument.flags)
    if format is not None and not format.has_pages and asked.what is not None:
        return _refusal(f"--{asked.what}", _file_of(format), flags)
    keys = {argument.key for argument in allowed}
    for argument in _all_arguments():
        if hasattr(asked, argument.key) and argument.key not in keys:
            flag = argument.flag_for(getattr(asked, argument.key))
            return _refusal(flag, _where(argument, deliverable, format), flags)
    return ""


def export_options(asked: Namespace, history: "History", format: "Format | None" = None) -> "ExportOptions":
    """What is asked for, with names looked up in a project. Raises FormatError for those it has not."""
    from app.cli.named import id_of_map
    from app.formats.options import ExportOptions

    deliverable = _deliverable(asked)
    title = getattr(asked, "--map", None)
    map = None if title is None else id_of_map(title, history.document)
    pages = _values(asked, deliverable.options_type, history, map)
    own = format.options_type if format else _options_asked_for(asked)
    return ExportOptions(
        deliverable.options_type.model_validate(pages),
        own.model_validate(_values(asked, own, history, map)),
    )


def parsed(parse: Callable[[str], T]) -> Callable[[str], T]:
    """A parser of a value, whose FormatError becomes wrong usage."""

    def value(text: str) -> T:
        from app.pages.errors import FormatError

        try:
            return parse(text)
        except FormatError as error:
            raise ArgumentTypeError(str(error)) from error

    return value


def _all_arguments() -> list[Argument]:
    """Each argument once, in the order in which they are explained."""
    from app.formats import written
    from app.pages.deliverables import DELIVERABLES
    from app.pages.options import rank

    found: dict[str, Argument] = {}
    of_pages = [known.options_type for known in DELIVERABLES]
    for options in (*of_pages, *(known.options_type for known in written())):
        for argument in _own_arguments(options):
            found.setdefault(argument.key, argument)
    return sorted(found.values(), key=lambda argument: rank(argument.setting))


def _own_arguments(options: "type[Options]") -> Iterable[Argument]:
    from app.pages.options import settings_of

    return arguments_of(settings_of(options), options).values()


def _add(group: Any, argument: Argument) -> None:
    setting, holds = argument.setting, argument.holds
    keywords: dict[str, Any] = {"dest": argument.key, "default": SUPPRESS, "help": _explained(setting.help)}
    if argument.key != setting.flag:
        for choice in setting.choices:
            if choice.flag:
                keywords["help"] = _explained(choice.help)
                group.add_argument(choice.flag, action="store_const", const=choice.value, **keywords)
        return
    if holds is bool:
        action = "store_false" if setting.is_on else "store_true"
        group.add_argument(setting.flag, action=action, **keywords)
        return
    if setting.choices and setting.parse is None:
        keywords["choices"] = [choice.value for choice in setting.choices]
    else:
        keywords["metavar"] = str(setting.metavar) or setting.flag.strip("-").upper()
    if holds is tuple:
        keywords["action"] = "append"
    elif holds in (int, float):
        keywords["type"] = parsed(_number(setting, holds))
    elif setting.parse is not None:
        keywords["type"] = parsed(setting.parse)
    elif holds is Path:
        keywords["type"] = Path
    group.add_argument(setting.flag, **keywords)


def _explained(help: "Phrase") -> str:
    return str(help).replace("%", "%%")


def _number(setting: "Setting", holds: type) -> Callable[[str], object]:
    """What words mean, where the option allows that; what is no number may mean something else."""

    def number(text: str) -> object:
        from app.pages.errors import FormatError

        try:
            value = (setting.parse or holds)(text)
        except ValueError as error:
            raise FormatError(setting.out_of_range(text)) from error
        if isinstance(value, int | float) and not setting.allows(value):
            raise FormatError(setting.out_of_range(text))
        return value

    return number


def _deliverable(asked: Namespace) -> "Deliverable":
    from app.pages.deliverables import DELIVERABLES, deliverable_named

    return deliverable_named(asked.what or DELIVERABLES[0].name)


def _formats_of_pages() -> "Iterator[Format]":
    from app.formats import written

    return (known for known in written() if known.has_pages)


def _allowed(deliverable: "Deliverable", format: "Format | None") -> list[Argument]:
    from app.formats.applicable import page_settings
    from app.pages.options import settings_of

    if format is None:
        settings = settings_of(deliverable.options_type)
        own = [one for known in _formats_of_pages() for one in _own_arguments(known.options_type)]
    else:
        settings = page_settings(format, deliverable)
        own = list(_own_arguments(format.options_type))
    return [*arguments_of(settings, deliverable.options_type).values(), *own]


def _options_asked_for(asked: Namespace) -> "type[Options]":
    """The options of the format that something is asked for of; those of none else."""
    from app.pages.options import Options

    for known in _formats_of_pages():
        if any(hasattr(asked, argument.key) for argument in _own_arguments(known.options_type)):
            return known.options_type
    return Options


def _where(argument: Argument, deliverable: "Deliverable", format: "Format | None") -> Phrase:
    """What an argument makes no difference to: the deliverable, where another has it, or else the file."""
    from app.model.words import quoted
    from app.pages.deliverables import DELIVERABLES

    own = {one.key for one in _own_arguments(deliverable.options_type)}
    others = {one.key for known in DELIVERABLES for one in _own_arguments(known.options_type)}
    is_of_another = argument.key in others - own
    if format is None or (is_of_another and format.has_pages):
        return quoted(str(deliverable.title), deliverable.name)
    return _file_of(format)


def _file_of(format: "Format") -> Phrase:
    return phrase("a {suffix} file", suffix=format.suffix)


def _refusal(flag: str, where: Phrase, flags: str) -> str:
    if not flags:
        return tr("{flag} does not apply to {where}; nothing can be asked for there.", flag=flag, where=where)
    return tr(
        "{flag} does not apply to {where}; what can be asked for there is {flags}.",
        flag=flag,
        where=where,
        flags=flags,
    )


def _values(
    asked: Namespace, options: "type[Options]", history: "History", map: str | None
) -> dict[str, object]:
    from app.cli.named import looked_up
    from app.pages.options import settings_of

    found: dict[str, object] = {}
    for name, argument in arguments_of(settings_of(options), options).items():
        if hasattr(asked, argument.key):
            value = getattr(asked, argument.key)
            names = argument.setting.names
            found[name] = value if names is None else looked_up(names, value, history, map)
        elif argument.setting.unless_asked is not None:
            found[name] = argument.setting.unless_asked
    return found
