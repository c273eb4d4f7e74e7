"""A field for fields of one's own: "Name: text", one a line."""

from app.model.records import Fact
from app.model.text import one_line
from app.widgets.base.rewriting import plain
from app.widgets.forms.text_fields import TextField


class FactsField(TextField):
    """The value is a tuple of facts."""

    def written(self, value: object) -> str:
        facts = value if isinstance(value, tuple) else ()
        typed = plain(self.text.document())
        return typed if self.meant(typed) == facts else "\n".join(map(_line, facts))

    def meant(self, text: str) -> object:
        return tuple(_fact(line) for line in text.splitlines() if one_line(line))


def _line(fact: object) -> str:
    assert isinstance(fact, Fact)
    return f"{fact.name}: {fact.text}" if fact.text else fact.name


def _fact(line: str) -> Fact:
    name, _, text = line.partition(":")
    return Fact(name=name, text=text)
