"""The action that begins the curve of another persona in an emotional graph."""

from functools import partial

from app.language.phrases import phrase, tr, tr_context
from app.model.change import Change
from app.model.kinds import taken_by
from app.model.records import EmotionPoint, Persona, Section
from app.model.verbs.emotions import begin_curve, curve_name, without_curve
from app.session.selection import Cell
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.base.avatars import avatar
from app.widgets.base.overlays.chooser import Choice, Chooser
from app.widgets.panels.graph import graph_of


def _graph(context: Context) -> Section | None:
    """The emotional graph at the cursor, else the first of the map."""
    document = context.editor.document
    graphs = (one for one in document.sections(context.editor.map) if taken_by(one) is EmotionPoint)
    return graph_of(context.editor) or next(graphs, None)


def _can_begin(context: Context) -> bool:
    graph = _graph(context)
    return graph is not None and bool(without_curve(context.editor.document, graph))


def _ask_for_whom(context: Context) -> None:
    """Begin it; of several personas without a curve, ask for whom."""
    graph, document = _graph(context), context.editor.document
    if graph is None:
        return
    personas = without_curve(document, graph)
    if len(personas) == 1:
        _begin(context, graph, personas[0])
        return
    choices = [
        Choice(
            str(curve_name(document, one.id)),
            one.name,
            avatar(one, document.picture_store),
            tr("Begin the curve of this persona"),
            "",
            partial(_begin, context, graph, one),
        )
        for one in personas
    ]
    asks = tr("Whose curve do you want to begin?")
    context.window.show_overlay(
        lambda: Chooser(context.window.widget, choices, asks, tr_context("noun", "Persona"), 440, 12)
    )


def _begin(context: Context, graph: Section, persona: Persona) -> None:
    """Begin the curve, and stand where its first point is to be typed."""
    editor = context.editor
    stages = editor.document.stages(graph.map)

    def show(_: Change) -> None:
        context.window.show_map()
        if stages:
            editor.select_cell(Cell(graph.id, stages[0].id))
            context.canvas.show_where_the_cursor_is()
        context.canvas.setFocus()
        name = curve_name(editor.document, persona.id)
        context.window.show_message(tr("Type how {name} feels in each stage, from −5 to +5.", name=name))

    editor.do(begin_curve(editor.document, graph.id, persona.id), then=show)


ACTIONS = (
    Action(
        name="sections.curve_for",
        text=phrase("Curve for…"),
        tip=phrase("Begin the curve of another persona: the points that are added from now on are theirs"),
        words=phrase("second persona emotion line"),
        menu=menus.SECTION,
        icon="chart-spline",
        undoable=True,
        needs=Need(_can_begin, phrase("This needs an emotional graph, and a persona without a curve")),
        run=_ask_for_whom,
    ),
)
