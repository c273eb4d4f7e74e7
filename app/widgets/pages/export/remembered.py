"""Remembers, for each map, how it and what else can be exported were made last, and in which format."""

import json

from pydantic import ValidationError

from app import formats
from app.formats.format import Format
from app.limits import MOST_PARTS_OF_SETTINGS
from app.model.exchange.plain_json import parsed
from app.model.records import Id
from app.pages import deliverables
from app.pages.deliverables.deliverable import Deliverable
from app.pages.errors import FormatError
from app.pages.options import Options, settings_of
from app.pages.paper import at_hand
from app.widgets.base.window_memory import settings


def remember(map: Id, of: Deliverable | Format, options: Options) -> None:
    """Keep what was asked for; what names something of the project is asked for anew each time."""
    kept = options.model_dump(mode="json", include=_kept(type(options)))
    settings().setValue(_key(map, of), json.dumps(kept))


def remembered(map: Id, of: Deliverable | Format) -> Options:
    """The options of last time, or the usual ones; what a file of settings may hold besides is ignored."""
    usual = _usual(of)
    try:
        kept = parsed(str(settings().value(_key(map, of), "{}")), MOST_PARTS_OF_SETTINGS)
    except ValueError:
        return usual
    for name in _kept(of.options_type) if isinstance(kept, dict) else ():
        try:
            usual = usual.changed(**{name: kept[name]}) if name in kept else usual
        except (ValidationError, FormatError):
            continue
    return usual


def _usual(of: Deliverable | Format) -> Options:
    """What is asked for at first: on the paper that is at hand."""
    options = of.options_type()
    paper = getattr(options, "paper", None)
    return options.changed(paper=at_hand(paper)) if isinstance(paper, str) else options


def remember_format(map: Id, format: Format) -> None:
    settings().setValue(f"export/{map}/format", format.suffix)


def remembered_format(map: Id) -> Format:
    """The format of last time, or the usual one."""
    last = settings().value(f"export/{map}/format")
    return next((known for known in formats.written() if known.suffix == last), formats.written()[0])


def _kept(options: type[Options]) -> set[str]:
    found = settings_of(options).items()
    return {name for name, setting in found if setting.label and setting.names is None}


def _key(map: Id, of: Deliverable | Format) -> str:
    if isinstance(of, Format):
        return f"export/{map}{of.suffix}"
    return f"export/{map}" if of == deliverables.DELIVERABLES[0] else f"export/{map}-{of.name}"
