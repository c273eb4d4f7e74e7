"""What the command line can do: the jobs of the window, sharing all its code.

A job takes what was asked for and returns the exit status. Libraries are imported by the job that needs them,
so that `check` needs no Qt.
"""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from app.cli.errors import JobError
from app.cli.updating import update_register
from app.language.catalogues import ENGLISH
from app.language.numbers import written
from app.language.phrases import Phrase, phrase, phrase_plural, tr, tr_plural
from app.language.spoken import speaking
from app.language.words import megabytes
from app.limits import MOST_FILES
from app.model.nouns import counted, word
from app.paths import in_text

if TYPE_CHECKING:
    from pathlib import Path

    from app.formats.export_notes import ExportNote
    from app.model.document import Document
    from app.pages.deliverables.deliverable import Part
    from app.pages.page_options import PageOptions
    from app.publishing.finding import Finding
    from app.publishing.switch_costs import Cost

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses; argparse ends the program with 2 where it is used wrongly."""

MOST_SECONDS = 60.0
"""How long a disk that does not take what is written is waited for."""

_WIDTH = 7
"""Of the numbers that `check` tells."""
COUNTED = ("persona", "map", "stage", "section", "note", "emotion point")
"""The kinds of record that `check` counts."""


def open_window(options: Namespace) -> int:
    missing = [path for path in options.files if not os.path.lexists(path)]
    for path in missing:
        # One beside others is told in the window; but what was typed may be no file: a job, misspelt.
        if len(missing) == len(options.files) or not (path.suffix or path.parent.name):
            raise JobError(
                phrase(
                    "There is no file “{path}”; “journeywall --help” tells what can be asked for.",
                    path=in_text(path),
                )
            )
    if len(options.files) > MOST_FILES:
        raise JobError(
            phrase(
                "{number} files are too many to open at once; up to {most} can be opened.",
                number=len(options.files),
                most=MOST_FILES,
            )
        )
    if _has_no_display():
        raise JobError(
            phrase("There is no display for the window; “journeywall --help” tells what works without one.")
        )
    from app.widgets.program.application import run_window

    return run_window(options.files)


def test_itself(options: Namespace) -> int:
    from app.cli.self_test import self_test

    return DONE if self_test() else FAILED


def new_project(options: Namespace) -> int:
    from app.formats.templates import template
    from app.storage.project_file import ProjectFile

    ProjectFile.create(options.out, template(options.template), overwrite=options.force).close()
    return DONE


def export_project(options: Namespace) -> int:
    from app.cli.export_arguments import export_options
    from app.formats import format_of
    from app.storage.project_file import ProjectFile

    format = format_of(options.out)
    with ProjectFile.open(options.file, read_only=True) as project:
        _print_notice(project.notice)
        chosen = export_options(options, project.history, format)
        _print_export_notes(options.out, format.write(project.document, options.out, chosen, options.force))
    return DONE


def preflight_project(options: Namespace) -> int:
    from app.cli.export_arguments import export_options
    from app.cli.spelling import findings_on_spelling
    from app.pages.deliverables.pages import Pages
    from app.publishing.preflight import preflight
    from app.storage.project_file import ProjectFile
    from app.widgets.pages.export.spelling_finding import records_on

    with ProjectFile.open(options.file, read_only=True) as project:
        _print_notice(project.notice)
        document = project.document
        chosen = export_options(options, project.history)
        found = [
            (part, preflight(document, part, options.distance, chosen.format))
            for part in Pages(document, chosen.pages).parts
        ]
        weighed = [_costs(document, part, chosen.pages) if options.json else () for part, _ in found]
        spelling = findings_on_spelling(document, records_on(document, chosen.pages))
    if options.json:
        with speaking(ENGLISH):
            described = [
                {
                    "record": part.id,
                    "title": str(part.title),
                    "pages": part.count,
                    "findings": [_plain(finding) for finding in findings],
                    "switches": [_weighed(cost) for cost in costs],
                }
                for (part, findings), costs in zip(found, weighed, strict=True)
            ]
            words = [_plain(finding) for finding in spelling]
        print(json.dumps({"parts": described, "spelling": words}, indent=2))
        return DONE
    for part, findings in found:
        paper = part.page(0).page
        sentence = tr_plural(
            "{title}: {count} page of {width} × {height} mm",
            "{title}: {count} pages of {width} × {height} mm",
            part.count,
            title=part.title,
            width=paper.width,
            height=paper.height,
        )
        print(sentence)
        _print_findings(findings)
    _print_findings(spelling)
    return DONE


def _costs(document: "Document", part: "Part", options: "PageOptions") -> "tuple[Cost, ...]":
    """What the switches of a map's poster take from its type; of other pages nothing."""
    from app.pages.poster.pages import PosterOfMap
    from app.pages.poster.poster_options import MapOptions
    from app.publishing.switch_costs import costs

    if isinstance(part, PosterOfMap) and isinstance(options, MapOptions):
        return tuple(costs(document, part, options))
    return ()


def _weighed(cost: "Cost") -> dict[str, object]:
    return {
        "option": cost.option,
        "notes_with": round(cost.with_it, 3),
        "notes_without": round(cost.without, 3),
        "sentence": str(cost.sentence),
    }


def _print_findings(findings: "Iterable[Finding]") -> None:
    for finding in findings:
        print(f"{'! ' if finding.is_warning else '  '}{finding.sentence}")


def import_project(options: Namespace) -> int:
    from app.cli.importing import brought_in, imported_as_project

    if (options.register or options.add) and (said := update_register(options, MOST_SECONDS)) is not None:
        print(said)
        return DONE
    if options.into is None and not options.add:
        notes = imported_as_project(options.file, options.out, options.force)
    else:
        notes = brought_in(options.file, options.out, options.into, MOST_SECONDS, is_preview=options.preview)
    if options.json:
        with speaking(ENGLISH):
            print(json.dumps({"notes": [_plain(note) for note in notes]}, indent=2))
        return DONE
    for note in notes:
        mark = "! " if note.kind == "guessed" else "  "
        print(f"{mark}{word('import note', note.kind)}: {note.words}")
    return DONE


def check_project(options: Namespace) -> int:
    from app.storage.opening.check import check

    report = check(options.file)
    _print_counts(report.counts)
    for notice in report.notices:
        _print_notice(notice)
    if report.is_sound:
        return DONE
    for fault in report.faults:
        print(fault)
    raise JobError(
        phrase_plural(
            "{name} is damaged: {count} fault found.",
            "{name} is damaged: {count} faults found.",
            len(report.faults),
            name=in_text(options.file.name),
        )
    )


def recover_project(options: Namespace) -> int:
    """Rescue what can be read. What is missing is told, and is no failure."""
    from app.storage.rescue.recover import recover

    found = recover(options.file, options.out, overwrite=options.force)
    _print_counts(found.counts)
    for loss in found.losses:
        print(loss)
    return DONE


def thin_project(options: Namespace) -> int:
    from app.model.history.thinning import thinned
    from app.storage.project_file import ProjectFile

    before = options.file.stat().st_size if options.file.exists() else 0
    with ProjectFile.open(options.file) as project:
        if project.why_read_only is not None:
            raise JobError(phrase("{reason} Its history was left as it is.", reason=project.why_read_only))
        _print_notice(project.notice)
        history = project.history
        steps = len(history.steps)
        history.thin(thinned(history))
        if project.wait_until_saved(MOST_SECONDS):
            project.tidy(MOST_SECONDS)
    after = options.file.stat().st_size
    left, versions = len(history.steps), len(history.versions())
    print(
        tr(
            "Steps left: {left} of {steps}. Versions kept: {versions}.",
            left=left,
            steps=steps,
            versions=versions,
        )
    )
    name = in_text(options.file.name)
    sizes = {"before": megabytes(before), "after": megabytes(after)}
    print(tr("{name} went from {before} to {after}.", name=name, **sizes))
    return DONE


def _plain(described: Any) -> dict[str, object]:
    """The fields of a finding or note, sentences said; what would help by the options that do it."""
    values = {field.name: getattr(described, field.name) for field in fields(described)}
    if remedy := values.get("remedy"):
        values["remedy"] = {
            "label": str(remedy.label),
            "options": dict(remedy.options),
            "arranges": remedy.arranges,
        }
    return {name: str(value) if isinstance(value, Phrase) else value for name, value in values.items()}


def _print_notice(notice: Phrase | None) -> None:
    """Tell what is no failure and must be known all the same, apart from what was asked for."""
    if notice is not None:
        print(f"journeywall: {notice}", file=sys.stderr)


def _print_export_notes(out: "Path", notes: "Sequence[ExportNote]") -> None:
    """Tell what a file does not hold, apart from what is asked for: it was written all the same."""
    if notes:
        _print_notice(phrase("{name} does not hold all of the project.", name=in_text(out.name)))
    for note in notes:
        print(f"  {note.words}", file=sys.stderr)


def _print_counts(counts: dict[str, int]) -> None:
    for kind in COUNTED:
        sentence, number = str(counted(kind, counts[kind])), written(counts[kind])
        # The numbers end below each other, where a language has them first.
        print(f"{' ' * (_WIDTH - len(number))}{sentence}")


def _has_no_display() -> bool:
    """Whether Qt would end the program at once because there is nowhere to show a window."""
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(variable) for variable in shown_by)
