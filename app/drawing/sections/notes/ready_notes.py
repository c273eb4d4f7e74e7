"""The sections of notes that are ready to be inserted: what most maps ask for."""

from app.model.verbs.ready_sections import ReadySection

READY: tuple[ReadySection, ...] = (
    ReadySection("Customer goals", "What do they want to reach here?", glyph="goal", colour="grey"),
    ReadySection("Actions", "What do they do, step by step?", glyph="action"),
    ReadySection(
        "Touchpoints", "What do they meet: people, pages, things?", glyph="touchpoint", colour="blue"
    ),
    ReadySection(
        "Thoughts", "What do they say to themselves? In their words.", glyph="thought", colour="teal"
    ),
    ReadySection(
        "Questions", "What do they ask, and what do we not know?", glyph="question", colour="violet"
    ),
    ReadySection("Pain points", "What hinders, annoys or stops them?", glyph="pain-point", colour="pink"),
    ReadySection(
        "Opportunities", "What could be better for them, and how?", glyph="opportunity", colour="green"
    ),
    ReadySection("Ideas", "What could we try?", glyph="lightbulb", colour="green"),
    ReadySection("Expectations", "What do they take for granted?", glyph="heart", colour="teal"),
    ReadySection("Motivations", "Why do they go on?", glyph="star", colour="teal"),
    ReadySection("Barriers", "What could make them turn back?", glyph="triangle-alert", colour="pink"),
    ReadySection("Needs", "What must be there for them?", glyph="clipboard-list", colour="grey"),
    ReadySection("Requirements", "What must a solution do?", glyph="circle-check-big", colour="grey"),
    ReadySection("Content", "What do they read, see or hear from us?", glyph="newspaper", colour="blue"),
    ReadySection("Teams", "Who of us is responsible?", glyph="users", colour="violet"),
    ReadySection(
        "Front stage", "What do our people do where the customer sees it?", glyph="store", colour="blue"
    ),
    ReadySection("Back stage", "What do our people do out of sight?", glyph="warehouse", colour="grey"),
    ReadySection(
        "Support processes", "Which systems and partners does it need?", glyph="settings", colour="grey"
    ),
    ReadySection("Physical evidence", "What can they see, hold or keep?", glyph="receipt", colour="blue"),
    ReadySection(
        "Evidence", "How do we know? Interviews, numbers, observations.", glyph="search", colour="grey"
    ),
)
