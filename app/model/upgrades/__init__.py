"""Old records made new, whatever they are read from: a project's history, JSON, a clipping.

It knows fields and no records, so it stands below all that read them.
"""

from app.model.upgrades.messages import Message, Messages, warnings_in
from app.model.upgrades.schemas import FIRST, SCHEMA, UPGRADES, rules, upgraded
from app.model.upgrades.upgrade import STEP, Fields, Rule, Upgrade, given, renamed, replaced, with_value

__all__ = [
    "FIRST",
    "SCHEMA",
    "STEP",
    "UPGRADES",
    "Fields",
    "Message",
    "Messages",
    "Rule",
    "Upgrade",
    "given",
    "renamed",
    "replaced",
    "rules",
    "upgraded",
    "warnings_in",
    "with_value",
]
