"""What the palette finds beside commands: the stages and maps of the project, ready sections, templates."""

from collections.abc import Iterator
from functools import partial

from app.drawing.sections.ready_sections import READY_SECTIONS
from app.language.phrases import tr
from app.model.records import Id
from app.model.words import shortened
from app.widgets.actions.action import FOR_READING, Context
from app.widgets.actions.content import insert_ready
from app.widgets.base.icons import icon
from app.widgets.base.overlays.choice_rows import Choice
from app.widgets.pages.importing.bringing_in import template_choices
from app.widgets.panels.section_picker import section_choice


def places_to_go(context: Context) -> Iterator[Choice]:
    """In the order in which they are wanted."""
    document, why_not = context.editor.document, _why_nothing_changes(context)
    for stage in document.stages(context.editor.map):
        if stage.name:
            go = partial(_go_to, context, stage.id)
            yield _choice(stage.name, tr("Go to this stage"), "columns-3", go)
    for journey_map in document.maps():
        if journey_map.id != context.editor.map:
            show = partial(context.editor.show_map, journey_map.id)
            yield _choice(journey_map.title or tr("Without a title"), tr("Show this map"), "map", show)
    for ready in READY_SECTIONS:
        choice = section_choice(ready, partial(insert_ready, context))
        words = f"{tr('Insert section')} {choice.words}"
        yield choice._replace(text=tr("Section: {name}", name=choice.text), words=words, why_not=why_not)
    for choice in template_choices(context.window):
        text = tr("Template: {name}", name=choice.text)
        yield choice._replace(text=text, words=f"{text} {choice.tip}", why_not=why_not)


def _choice(name: str, tip: str, sign: str, run: partial[None]) -> Choice:
    text = shortened(" ".join(name.split()), 60)
    return Choice(text, f"{text} {tip}", icon(sign), tip, "", run)


def _go_to(context: Context, stage: Id) -> None:
    context.window.show_map()
    context.editor.select([stage])
    context.canvas.show_record(stage)
    context.canvas.setFocus()


def _why_nothing_changes(context: Context) -> str:
    return str(FOR_READING) if context.editor.read_only else ""
