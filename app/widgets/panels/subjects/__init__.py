"""What the inspector can show: one module each, and one line here; what stands in cells kind by kind."""

from app.widgets.panels.subjects import agenda_item, call_out, held, journey_map, persona, section, stage
from app.widgets.panels.subjects.subject import Subject

SUBJECTS: tuple[Subject, ...] = (
    stage.SUBJECT,
    section.SUBJECT,
    *held.SUBJECTS,
    call_out.SUBJECT,
    persona.SUBJECT,
    agenda_item.SUBJECT,
    journey_map.SUBJECT,
)
