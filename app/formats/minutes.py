"""The minutes of the day as text in Markdown, which reads well wherever it is pasted."""

from collections.abc import Iterable, Iterator, Sequence

from app.formats.tables.writing.markdown_file import escaped
from app.language.phrases import tr, tr_context
from app.model.analysis.minutes import Minutes, Result
from app.model.analysis.minutes_words import about, candidate_in_words, who_was_there
from app.model.text import one_line


def as_markdown(minutes: Minutes) -> str:
    """All of it in the language that is spoken; what there is nothing of has no heading."""
    return "\n\n".join(part for part in _parts(minutes) if part) + "\n"


def _parts(minutes: Minutes) -> Iterator[str]:
    yield f"# {_line(minutes.title)}"
    yield "  \n".join(filter(None, (tr("Workshop on {day}", day=minutes.day), _line(who_was_there(minutes)))))
    yield _table(
        tr("Agenda"),
        (tr_context("of the minutes", "Item"), tr("Minutes used"), tr("Minutes planned")),
        ((one.title, str(one.used), str(one.planned)) for one in minutes.items),
    )
    for result in minutes.results:
        yield _result(result)
    yield _table(
        tr("Do first"),
        (tr_context("of the minutes", "Idea"), tr("Stage"), tr("Owner"), tr("Due")),
        (
            (one.text, one.stage, one.owner, tr("{day}", day=one.due) if one.due else "")
            for one in minutes.first
        ),
    )
    yield _list(tr("Decided"), minutes.decisions)
    yield _list(tr("Nobody answers for these yet"), minutes.without_owner)
    yield _list(tr("Parking lot"), minutes.parked)
    yield _list(tr("What changed"), (f"{one.name}: {one.what}" for one in minutes.changes))


def _result(result: Result) -> str:
    heading = f"## {_line(result.question) or tr_context('in a workshop', 'Vote')}"
    if not result.ranking:
        return f"{heading}\n\n{about(result)}. {tr('The counts were not revealed.')}"
    head = (tr("Rank"), tr("Number"), tr_context("of the minutes", "Idea"), tr("Hands"))
    rows = (
        (str(one.rank), str(one.number), candidate_in_words(one), str(one.hands)) for one in result.ranking
    )
    return f"{heading}\n\n{about(result)}\n\n{_rows(head, rows)}"


def _table(heading: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    found = tuple(rows)
    return f"## {heading}\n\n{_rows(head, found)}" if found else ""


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, *rows)
    first, *others = (f"| {' | '.join(map(_line, line))} |" for line in lines)
    return "\n".join((first, f"|{'---|' * len(head)}", *others))


def _list(heading: str, texts: Iterable[str]) -> str:
    lines = [f"- {_line(text)}" for text in texts]
    return "\n".join((f"## {heading}\n", *lines)) if lines else ""


def _line(text: str) -> str:
    return escaped(one_line(text))
