"""The form of an emotion point."""

from app.drawing.sections.form import EmotionWord, FormField, FormLine, LongText, Number, OnePersona
from app.model.records import HIGHEST, LOWEST

FORM: tuple[FormLine, ...] = (
    (
        FormField("value", "Emotion, −5 to +5", Number(LOWEST, HIGHEST, 1, 0.5), step="Set emotion"),
        FormField("at", "Place in the stage, 0 to 1", Number(0, 1, 2, 0.05), step="Move emotion point"),
    ),
    FormField("emotion", "Emotion in words", EmotionWord("A word for it"), step="Set emotion in words"),
    FormField("quote", "Quote", LongText("What they said or thought"), step="Edit quote"),
    FormField("persona", "Persona", OnePersona(), step="Set whose emotion it is"),
)
