"""What the command line can do: the jobs of the window, sharing all its code.

A job takes what was asked for and returns the exit status. Libraries are imported by the job that needs them,
so that `check` needs no Qt.
"""

import json
import os
import sys
from argparse import Namespace
from dataclasses import asdict

from app.cli.errors import JobError
from app.limits import MOST_FILES

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses; argparse ends the program with 2 where it is used wrongly."""

MOST_SECONDS = 60.0
"""How long a disk that does not take what is written is waited for."""

COUNTED = ("persona", "map", "stage", "section", "note", "emotion point")
"""The kinds of record that `check` counts."""


def open_window(options: Namespace) -> int:
    missing = [path for path in options.files if not os.path.lexists(path)]
    for path in missing:
        # One beside others is told in the window; but what was typed may be no file: a job, misspelt.
        if len(missing) == len(options.files) or not (path.suffix or path.parent.name):
            raise JobError(f"There is no file “{path}”; “journeywall --help” tells what can be asked for.")
    if len(options.files) > MOST_FILES:
        raise JobError(
            f"{len(options.files)} files are too many to be opened at once; up to {MOST_FILES} are."
        )
    if _has_no_display():
        raise JobError("There is no display for the window; “journeywall --help” tells what works without.")
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
        format.write(project.document, options.out, chosen, options.force)
    return DONE


def preflight_project(options: Namespace) -> int:
    from app.cli.export_arguments import export_options
    from app.model.words import count
    from app.pages.deliverables.pages import Pages
    from app.publishing.preflight import preflight
    from app.storage.project_file import ProjectFile

    with ProjectFile.open(options.file, read_only=True) as project:
        _print_notice(project.notice)
        document = project.document
        chosen = export_options(options, project.history)
        found = [
            (part, preflight(document, part, options.distance, chosen.format))
            for part in Pages(document, chosen.pages).parts
        ]
    if options.json:
        described = [
            {
                "record": part.id,
                "title": part.title,
                "pages": part.count,
                "findings": [{**asdict(one), "sentence": str(one.sentence)} for one in findings],
            }
            for part, findings in found
        ]
        print(json.dumps({"parts": described}, indent=2))
        return DONE
    for part, findings in found:
        paper = part.page(0).page
        print(f"{part.title}: {count(part.count, 'page')} of {paper.width:g} × {paper.height:g} mm")
        for finding in findings:
            print(f"{'! ' if finding.is_warning else '  '}{finding.sentence}")
    return DONE


def import_project(options: Namespace) -> int:
    from app.formats import format_of
    from app.storage.project_file import ProjectFile

    imported = format_of(options.file).read(options.file)
    ProjectFile.create(options.out, imported.document, overwrite=options.force).close()
    if options.json:
        notes = [
            {"kind": note.kind, "sentence": str(note.sentence), "place": str(note.place)}
            for note in imported.notes
        ]
        print(json.dumps({"notes": notes}, indent=2))
        return DONE
    for note in imported.notes:
        print(f"{'! ' if note.kind == 'guessed' else '  '}{note.kind}: {note.words}")
    return DONE


def check_project(options: Namespace) -> int:
    from app.model.words import count
    from app.storage.opening.check import check

    report = check(options.file)
    _print_counts(report.counts)
    for notice in report.notices:
        _print_notice(notice)
    if report.is_sound:
        return DONE
    for fault in report.faults:
        print(fault)
    raise JobError(f"{options.file.name} is damaged: {count(len(report.faults), 'fault')} found.")


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
    from app.model.words import count, megabytes
    from app.storage.project_file import ProjectFile

    before = options.file.stat().st_size if options.file.exists() else 0
    with ProjectFile.open(options.file) as project:
        if project.why_read_only is not None:
            raise JobError(f"{project.why_read_only} Its history is as it was.")
        _print_notice(project.notice)
        history = project.history
        steps = len(history.steps)
        history.thin(thinned(history))
        if project.wait_until_saved(MOST_SECONDS):
            project.tidy(MOST_SECONDS)
    after = options.file.stat().st_size
    versions = count(len(history.versions()), "version")
    print(f"{len(history.steps):,} of {count(steps, 'step')} are left, among them {versions}.")
    print(f"{options.file.name} went from {megabytes(before)} to {megabytes(after)}.")
    return DONE


def _print_notice(notice: str | None) -> None:
    """Tell what is no failure and must be known all the same, apart from what was asked for."""
    if notice is not None:
        print(f"journeywall: {notice}", file=sys.stderr)


def _print_counts(counts: dict[str, int]) -> None:
    for kind in COUNTED:
        print(f"{counts[kind]:>7,}  {kind}{'' if counts[kind] == 1 else 's'}")


def _has_no_display() -> bool:
    """Whether Qt would end the program at once because there is nowhere to show a window."""
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(variable) for variable in shown_by)
