"""Which maps of a project are written as JSON."""

from dataclasses import replace
from typing import Annotated

from app.language.phrases import phrase
from app.model.records import Id
from app.pages.options import Options
from app.pages.which_map import WHICH_MAP


class JsonOptions(Options):
    """Of a project as JSON."""

    map: Annotated[
        Id | None,
        replace(WHICH_MAP, label=phrase("Maps"), tip=phrase("Which maps of the project are written")),
    ] = None
    """None means all of them."""
