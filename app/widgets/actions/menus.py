"""The menus in which actions stand, by what they are called."""

from app.language.phrases import phrase_context

FILE = phrase_context("menu", "File")
EDIT = phrase_context("menu", "Edit")
NOTE = phrase_context("menu", "Note")
STAGE = phrase_context("menu", "Stage")
SECTION = phrase_context("menu", "Section")
MAP = phrase_context("menu", "Map")
PERSONA = phrase_context("menu", "Persona")
STYLE = phrase_context("menu", "Style")
WORKSHOP = phrase_context("menu", "Workshop")
VIEW = phrase_context("menu", "View")
HISTORY = phrase_context("menu", "History")
HELP = phrase_context("menu", "Help")
