"""`make words` finds every sentence that is marked, and refuses one that is pieced together."""

from pathlib import Path

import pytest

from tools.marked_sentences import NotPlainError, marked_sentences


def found_in(top: Path, code: str) -> list[tuple[str, str | None, str | None]]:
    (top / "app").mkdir()
    (top / "app" / "some.py").write_text(code, encoding="utf-8")
    return [(one.sentence, one.plural, one.context) for one in marked_sentences(top)]


def test_sentences_are_found_wherever_they_stand(tmp_path: Path) -> None:
    code = """
A = phrase("One")
B = f"{tr('Two', name=tr_context('noun', 'Three'))}!"
C = [tr_plural("{count} note", "{count} notes", n)]
"""
    assert sorted(found_in(tmp_path, code)) == [
        ("One", None, None),
        ("Three", None, "noun"),
        ("Two", None, None),
        ("{count} note", "{count} notes", None),
    ]


@pytest.mark.parametrize("call", ['tr(f"{a} b")', 'tr("a" + b)', "phrase(a)", 'tr_plural("a", b, 1)', "tr()"])
def test_what_nobody_could_translate_is_refused_with_its_place(tmp_path: Path, call: str) -> None:
    with pytest.raises(NotPlainError, match=r"some\.py:2"):
        found_in(tmp_path, f"\n{call}\n")
