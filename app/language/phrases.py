"""Sentences that a person reads: marked in the code in English, said in the language that is spoken.

`tr("Saved to {name}", name=name)` says a sentence at once. `phrase("…")` keeps it with its values, to be said
later by `str()`: so data, the model and errors tell *what* is to be said, and whoever shows it says it in the
language of that moment. Values are named; numbers, days and times among them are written as the language
writes them, and a value may be a phrase itself. What depends on a number has both English forms (`tr_plural`,
`phrase_plural`), and a word that means two things has a context (`tr_context`, `phrase_context`). `make
words` finds all of these by their names, so the sentence must stand in the call as it is.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from app.language.catalogues import catalogue
from app.language.days import written_day, written_time
from app.language.numbers import written
from app.language.spoken import sentence_locale, spoken_language

Value: TypeAlias = "str | int | float | date | time | Phrase"
"""What a sentence takes into itself: words as they are, a number, a day or time, or another sentence."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with its values, said in the language that is spoken when it is shown."""

    one: str
    many: str = ""
    context: str = ""
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        if not self.one:
            return ""
        found = catalogue(spoken_language())
        if self.many:
            count = dict(self.values)["count"]
            assert isinstance(count, int)
            said = (
                found.npgettext(self.context, self.one, self.many, count)
                if self.context
                else found.ngettext(self.one, self.many, count)
            )
        else:
            said = found.pgettext(self.context, self.one) if self.context else found.gettext(self.one)
        return said.format_map({name: _said(value) for name, value in self.values}) if self.values else said

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __bool__(self) -> bool:
        return bool(self.one)


NOTHING = Phrase("")
"""Where there is nothing to say."""


def phrase(sentence: str, /, **values: Value) -> Phrase:
    """A sentence to be said later."""
    return Phrase(sentence, values=tuple(values.items()))


def phrase_plural(one: str, many: str, count: int, /, **values: Value) -> Phrase:
    """A sentence that depends on `{count}`, to be said later."""
    return Phrase(one, many, values=(("count", count), *values.items()))


def phrase_context(context: str, sentence: str, /, **values: Value) -> Phrase:
    """A sentence to be said later whose English means other things elsewhere: the context tells which."""
    return Phrase(sentence, context=context, values=tuple(values.items()))


def as_it_is(text: str) -> Phrase:
    """Words that are the same in every language, where a phrase is asked for: a name, an address."""
    return Phrase("{text}", values=(("text", text),)) if text else NOTHING


def tr(sentence: str, /, **values: Value) -> str:
    """A sentence in the language that is spoken."""
    return str(phrase(sentence, **values))


def tr_plural(one: str, many: str, count: int, /, **values: Value) -> str:
    """A sentence that depends on `{count}`, in the language that is spoken."""
    return str(phrase_plural(one, many, count, **values))


def tr_context(context: str, sentence: str, /, **values: Value) -> str:
    """A sentence whose English means other things elsewhere, in the language that is spoken."""
    return str(phrase_context(context, sentence, **values))


def _said(value: Value) -> str:
    match value:
        case int() | float():
            return written(value, sentence_locale())
        case date():
            return written_day(value, sentence_locale())
        case time():
            return written_time(value, sentence_locale())
    return str(value)
