"""Graphs as they are laid out, for tests."""

from app.drawing.layout import lay_out
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.document import Document

LONG = "“We stood in the rain for twenty minutes and nobody told us where the entrance is.”"


def graph(document: Document, map: str = "map", section: str = "graph") -> GraphBody:
    row = lay_out(document, map).row_of(section)
    assert row is not None
    assert isinstance(row.body, GraphBody)
    return row.body
