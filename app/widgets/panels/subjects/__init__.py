"""What the inspector can show: one module each, and one line here."""

from app.widgets.panels.subjects import entry, journey_map, note, persona, point, section, stage
from app.widgets.panels.subjects.subject import Subject

SUBJECTS: tuple[Subject, ...] = (
    note.SUBJECT,
    stage.SUBJECT,
    section.SUBJECT,
    point.SUBJECT,
    *entry.SUBJECTS,
    persona.SUBJECT,
    journey_map.SUBJECT,
)
