"""How a poster that is put together from sheets would take fewer of them, being but a little smaller."""

from collections.abc import Iterator

from app.language.phrases import phrase, phrase_plural
from app.language.words import percent
from app.pages.errors import FormatError
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.plan import Plan, plan
from app.pages.poster.sheet_count import SheetCount
from app.publishing.finding import Finding, Remedy

_LEAST = 0.8
"""The share of its size to which a poster may shrink for the sake of sheets."""


def fewer_sheets(poster: PosterOfMap) -> Iterator[Finding]:
    """The way to a sheet less across or down that leaves the poster largest, if it stays large enough."""
    if poster.options.sheet is None or not poster.plan.is_tiled:
        return
    columns, rows = poster.plan.columns, poster.plan.rows
    counts = (SheetCount(columns - 1, rows), SheetCount(columns, rows - 1))
    plans = [(count, found) for count in counts if min(count) > 0 and (found := _planned(poster, count))]
    if not plans:
        return
    count, best = max(plans, key=lambda one: one[1].scale)
    share, saved = best.scale / poster.scale, len(poster.plan.sheets) - len(best.sheets)
    if share < _LEAST or saved < 1:
        return
    wording = phrase_plural(
        "{columns} × {rows} sheets at {share} of this size would save {count} sheet.",
        "{columns} × {rows} sheets at {share} of this size would save {count} sheets.",
        saved,
        columns=count.columns,
        rows=count.rows,
        share=percent(round(share, 2)),
    )
    remedy = Remedy(
        phrase("Make it {columns} × {rows} sheets", columns=count.columns, rows=count.rows),
        (("sheets", str(count)),),
    )
    yield Finding("pages", wording, poster.map.id, is_warning=False, remedy=remedy)


def _planned(poster: PosterOfMap, count: SheetCount) -> Plan | None:
    """The poster as it is, on so many sheets."""
    arrangement = poster.arrangement
    options = poster.options.changed(sheets=str(count))
    try:
        return plan(
            arrangement.width,
            arrangement.height,
            options,
            arrangement.blocks,
            arrangement.across,
            arrangement.down,
        )
    except FormatError:
        return None
