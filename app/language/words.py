"""How words of other people, sizes and lists are put into a sentence."""

from collections.abc import Sequence

from app.language.phrases import Phrase, Value, phrase


def quoted(text: str) -> Phrase:
    """Somebody's own words, in the quotation marks of the language."""
    return phrase("“{text}”", text=text)


def verbatim(text: str) -> Phrase:
    """Words that are the same in every language: a name, what somebody wrote."""
    return Phrase("{text}", values=(("text", text),)) if text else Phrase("")


def joined(items: Sequence[Value], between: str) -> Phrase:
    """Some things with a sign between them that every language has: "+6, −5", "“a” “b”"."""
    names = [f"item{index}" for index in range(len(items))]
    template = between.join(f"{{{name}}}" for name in names)
    return Phrase(template, values=tuple(zip(names, items, strict=True)))


def listed(items: Sequence[Value]) -> Phrase:
    """All of some things: "A", "A and B", "A, B and C"."""
    if not items:
        return Phrase("")
    before = Phrase("{item}", values=(("item", items[0]),))
    if len(items) == 1:
        return before
    for item in items[1:-1]:
        before = phrase("{before}, {item}", before=before, item=item)
    return phrase("{before} and {item}", before=before, item=items[-1])


def percent(share: float) -> Phrase:
    """A share of something: "50 %"."""
    return phrase("{number} %", number=float(f"{share * 100:.4g}"))


def alternatives(items: Sequence[Value]) -> Phrase:
    """One of some things: "A", "A or B", "A or B or C"."""
    before = joined(items[:1], "")
    for item in items[1:]:
        before = phrase("{before} or {item}", before=before, item=item)
    return before


def megabytes(number: int) -> Phrase:
    """A number of bytes: "0.3 MB", "12 MB"."""
    return phrase("{size} MB", size=round(number / 1e6, 1) if number < 10_000_000 else round(number / 1e6))


def capitalised(words: Value) -> str:
    """Words that stand by themselves, as a label or in a cell: with a capital at their beginning."""
    said = str(words)
    return said[:1].upper() + said[1:]
