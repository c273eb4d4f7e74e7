"""The sections of notes that are ready to be inserted: what most maps ask for."""

from app.language.phrases import phrase, phrase_context
from app.model.verbs.ready_sections import ReadySection

READY: tuple[ReadySection, ...] = (
    ReadySection(
        phrase_context("section", "Customer goals"),
        phrase("What do they want to achieve here?"),
        glyph="goal",
        colour="grey",
        is_usual=True,
    ),
    ReadySection(
        phrase_context("section", "Actions"),
        phrase("What do they do, step by step?"),
        glyph="action",
        is_usual=True,
    ),
    ReadySection(
        phrase_context("section", "Touchpoints"),
        phrase("What do they meet: people, pages, things?"),
        glyph="touchpoint",
        colour="blue",
        is_usual=True,
    ),
    ReadySection(
        phrase_context("section", "Thoughts"),
        phrase("What do they say to themselves? In their words."),
        glyph="thought",
        colour="teal",
    ),
    ReadySection(
        phrase_context("section", "Questions"),
        phrase("What do they ask, and what do we not know?"),
        glyph="question",
        colour="violet",
    ),
    ReadySection(
        phrase_context("section", "Pain points"),
        phrase("What hinders, annoys or stops them?"),
        glyph="pain-point",
        colour="pink",
        is_usual=True,
    ),
    ReadySection(
        phrase_context("section", "Opportunities"),
        phrase("What could be better for them, and how?"),
        glyph="opportunity",
        colour="green",
        is_usual=True,
    ),
    ReadySection(
        phrase_context("section", "Ideas"), phrase("What could we try?"), glyph="lightbulb", colour="green"
    ),
    ReadySection(
        phrase_context("section", "Expectations"),
        phrase("What do they take for granted?"),
        glyph="heart",
        colour="teal",
    ),
    ReadySection(
        phrase_context("section", "Motivations"), phrase("Why do they go on?"), glyph="star", colour="teal"
    ),
    ReadySection(
        phrase_context("section", "Barriers"),
        phrase("What could make them turn back?"),
        glyph="triangle-alert",
        colour="pink",
    ),
    ReadySection(
        phrase_context("section", "Needs"),
        phrase("What must be there for them?"),
        glyph="clipboard-list",
        colour="grey",
    ),
    ReadySection(
        phrase_context("section", "Requirements"),
        phrase("What must a solution do?"),
        glyph="circle-check-big",
        colour="grey",
    ),
    ReadySection(
        phrase_context("section", "Content"),
        phrase("What do they read, see or hear from us?"),
        glyph="newspaper",
        colour="blue",
    ),
    ReadySection(
        phrase_context("section", "Teams"),
        phrase("Who of us is responsible?"),
        glyph="users",
        colour="violet",
    ),
    ReadySection(
        phrase_context("section", "Front stage"),
        phrase("What do our people do where the customer sees it?"),
        glyph="store",
        colour="blue",
    ),
    ReadySection(
        phrase_context("section", "Back stage"),
        phrase("What do our people do out of sight?"),
        glyph="warehouse",
        colour="grey",
    ),
    ReadySection(
        phrase_context("section", "Support processes"),
        phrase("Which systems and partners does this need?"),
        glyph="settings",
        colour="grey",
    ),
    ReadySection(
        phrase_context("section", "Physical evidence"),
        phrase("What can they see, hold or keep?"),
        glyph="receipt",
        colour="blue",
    ),
    ReadySection(
        phrase_context("section", "Evidence"),
        phrase("How do we know? Interviews, numbers, observations."),
        glyph="search",
        colour="grey",
    ),
)
