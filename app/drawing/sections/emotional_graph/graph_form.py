"""The form of an emotion point."""

from app.drawing.sections.form import EmotionWord, FormField, FormLine, LongText, Number, OnePersona
from app.language.phrases import phrase, phrase_context
from app.model.labels import step_label
from app.model.records import HIGHEST, LOWEST

FORM: tuple[FormLine, ...] = (
    (
        FormField(
            "value",
            phrase("Emotion, −5 to +5"),
            Number(LOWEST, HIGHEST, 1, 0.5),
            step=step_label("set_emotion"),
        ),
        FormField(
            "at", phrase("Place in the stage, 0 to 1"), Number(0, 1, 2, 0.05), step=step_label("move_point")
        ),
    ),
    FormField(
        "emotion",
        phrase("Emotion in words"),
        EmotionWord(phrase("A word for it")),
        step=step_label("set_emotion_word"),
    ),
    FormField(
        "quote",
        phrase_context("noun", "Quote"),
        LongText(phrase("What they said or thought")),
        step=step_label("edit_quote"),
    ),
    FormField("persona", phrase("Persona"), OnePersona(), step=step_label("set_emotion_persona")),
)
