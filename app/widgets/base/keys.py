"""Keys as they are written in a sentence: by Qt, in the words and signs of the platform and the language."""

from PySide6.QtGui import QKeySequence


def key_words(keys: str) -> str:
    """How people know some keys: "Shift+F3" is "Umschalt+F3" in German, and "⇧F3" on a Mac."""
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
