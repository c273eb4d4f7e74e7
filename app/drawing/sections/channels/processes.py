"""What the processes are called on a map, and where one is chosen."""

from app.language.phrases import Phrase, phrase_context
from app.model.records import Process

PROCESSES: dict[Process, Phrase] = {
    "linear": phrase_context("process", "One after the other"),
    "non-linear": phrase_context("process", "Back and forth"),
    "time-based": phrase_context("process", "By the clock"),
    "cyclic": phrase_context("process", "Again and again"),
    "bi-directional": phrase_context("process", "In both directions"),
}
