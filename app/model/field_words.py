"""What the fields of records are called where a difference or a fault is told."""

from app.language.phrases import Phrase, phrase_context


def field_name(field: str) -> Phrase:
    """What a field is called where it begins a line: "Found on". Of one that nobody has named: its id."""
    return _NAMES.get(field) or Phrase(field)


_NAMES = {
    "address": phrase_context("field", "Address"),
    "at": phrase_context("field", "Place in its stage"),
    "channels": phrase_context("field", "Channels"),
    "colour": phrase_context("field", "Colour"),
    "description": phrase_context("field", "Description"),
    "document_kind": phrase_context("field", "Kind of document"),
    "due": phrase_context("field", "Due"),
    "duration": phrase_context("field", "Duration"),
    "effort": phrase_context("field", "Effort"),
    "emotion": phrase_context("field", "Emotion"),
    "evidence": phrase_context("field", "Evidence"),
    "evidence_date": phrase_context("field", "Found on"),
    "expectations": phrase_context("field", "Expectations"),
    "glyph": phrase_context("field", "Glyph"),
    "goal": phrase_context("field", "Goal"),
    "group": phrase_context("field", "Group"),
    "hint": phrase_context("field", "Hint"),
    "impact": phrase_context("field", "Impact"),
    "line": phrase_context("field", "Dividing line"),
    "link": phrase_context("field", "Link"),
    "method": phrase_context("field", "Method"),
    "moment_of_truth": phrase_context("field", "Moment of truth"),
    "name": phrase_context("field", "Name"),
    "objectives": phrase_context("field", "Objectives"),
    "owner": phrase_context("field", "Owner"),
    "period": phrase_context("field", "Period"),
    "persona": phrase_context("field", "Persona"),
    "personas": phrase_context("field", "Personas"),
    "picture": phrase_context("field", "Picture"),
    "process": phrase_context("field", "Process"),
    "question": phrase_context("field", "Question"),
    "quote": phrase_context("field", "Quote"),
    "review": phrase_context("field", "Review"),
    "scenario": phrase_context("field", "Scenario"),
    "scope": phrase_context("field", "Scope"),
    "section_kind": phrase_context("field", "Kind of section"),
    "source": phrase_context("field", "Source"),
    "status": phrase_context("field", "Status"),
    "steps": phrase_context("field", "Steps"),
    "tags": phrase_context("field", "Tags"),
    "target": phrase_context("field", "Target"),
    "team": phrase_context("field", "Team"),
    "text": phrase_context("field", "Text"),
    "title": phrase_context("field", "Title"),
    "trend": phrase_context("field", "Trend"),
    "type": phrase_context("field", "Type of map"),
    "unit": phrase_context("field", "Unit"),
    "value": phrase_context("field", "Value"),
    "version": phrase_context("field", "Version"),
    "votes": phrase_context("field", "Votes"),
}
