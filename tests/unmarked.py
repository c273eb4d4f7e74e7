"""Finds strings in the code that a person might read and that are not marked to be translated.

It reads syntax trees. A string that looks like words is unmarked unless a rule says what else it is: an id, a
name for the eyes of programmers, a piece of SQL or markup. What a widget is given to show is never an id.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tools.marked_sentences import SENTENCES

_WORDS = re.compile(
    r"""[^\W\d_]{2,}[,;:]?\s[a-z“]   # two words beside each other
    |^\W*[A-Z][a-z]{2,}…?\W*$       # one that stands by itself, as on a button
    |^[A-Z][a-z]+[ ]                # or begins a title
    |\{\}[ ][a-z]{3,}               # a value before or behind a word
    |[a-z]{3,}[:]?[ ]\{\}""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_OUR_NAME = re.compile("journeywall", re.IGNORECASE)
_NO_SENTENCE = re.compile(
    r"""[<(\[/]                      # markup, patterns and what PDF is made of
    |\w+="                          # an attribute of SVG
    |journeywall[ ](\w+[ ])?\w+[.](journey|json)\b   # a line to be typed
    |((Ctrl|Alt|Shift)([+].+)?|Esc|Return|Ins|Del|Backspace)$   # keys, which Qt writes
    |endcmap[ ]                      # a program in PDF
    |(SELECT|sqlite_master)[ ]""",
    re.VERBOSE,
)
_OF_PROGRAMMERS = re.compile(
    # Errors that no person is shown, as they are mistakes in the program.
    r"(Value|Type|Assertion|Key|Lookup|Index|Runtime|NotImplemented|StaleChange)Error"
    # What is only written for machines: patterns, SQL, type variables, log lines.
    r"|compile|text|execute|exec_driver_sql|TypeVar|cast|bindparam"
    r"|Reference|create_model|setViewerPreference"
    # Names of threads, of objects and their properties; what the schema of JSON says.
    r"|Task|Worker|Thread|setObjectName|setProperty|Field"
)
_LOGS = ("log", "logging")
_SHOWS = re.compile(
    r"Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|MessageBox)"
    r"|set(\w*Text|\w*Title|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription|InformativeText)"
    r"|add(Item|Items|Action|Menu|Tab|Button)|show_message|show_error|print"
)
_FOR_MACHINES = ("merge_key",)
"""Arguments that are never shown, whoever takes them."""


class Unmarked(NamedTuple):
    """A string that nobody could translate."""

    place: str
    text: str


@dataclass(frozen=True)
class Excepted:
    """Strings that look like words, and the reason why nobody reads them as such."""

    why: str
    path: str
    texts: frozenset[str] = field(default_factory=frozenset)
    """Which; all of the file where none is named."""

    def has(self, one: Unmarked) -> bool:
        return one.place.startswith(self.path) and (not self.texts or one.text in self.texts)


def unmarked(top: Path) -> Iterator[Unmarked]:
    """What is not marked in the `app/` of a folder."""
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((top / "app").rglob("*.py"))
    }
    ids = frozenset(_ids(trees.values()))
    for path, tree in trees.items():
        yield from _Reader(path.relative_to(top).as_posix(), ids).read(tree)


def _ids(trees: Iterable[ast.AST]) -> Iterator[str]:
    """The members of Literal types, kinds of records, and what tables are asked for."""
    for tree in trees:
        for node in ast.walk(tree):
            found: list[ast.expr | None] = []
            match node:
                case ast.Subscript(value=ast.Name("Literal"), slice=ast.Tuple(elts=members)):
                    found += members
                case ast.Subscript(value=ast.Name("Literal"), slice=member):
                    found.append(member)
                case ast.Dict(keys=keys):
                    found += keys
                case ast.ClassDef(body=body):
                    found += [each.value for each in body if isinstance(each, ast.Assign)]
            for one in found:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.value


@dataclass(frozen=True)
class _Reader:
    path: str
    ids: frozenset[str]

    def read(self, node: ast.AST) -> Iterator[Unmarked]:
        match node:
            case ast.Call():
                yield from self._call(node)
                return
            case ast.Constant(str(text)):
                if self._is_sentence(text):
                    yield self._at(node, text)
            case ast.JoinedStr():
                if self._is_sentence(text := _joined(node)):
                    yield self._at(node, text)
                parts = [part for part in node.values if isinstance(part, ast.FormattedValue)]
                yield from self._all(part.value for part in parts)
                return
            case ast.Expr(ast.Constant()) | ast.Subscript(value=ast.Name("Literal")):
                return  # What is said to programmers, and ids.
            case ast.AnnAssign():
                yield from self._all([node.value] if node.value else [])
                return
            case ast.Assign(targets=[ast.Name("__all__")]):
                return
            case ast.Dict():
                yield from self._all(node.values)
                return
            case ast.DictComp():
                yield from self._all([node.value, *node.generators])
                return
            case ast.Compare():
                yield from self._all(each for each in _parts(node) if not isinstance(each, ast.Constant))
                return
            case ast.BinOp(op=ast.Div()):
                return  # A part of a path.
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                defaults = [each for each in (*node.args.defaults, *node.args.kw_defaults) if each]
                yield from self._all([*node.decorator_list, *defaults, *node.body])
                return
            case ast.Assert():
                yield from self.read(node.test)
                return
        yield from self._all(ast.iter_child_nodes(node))

    def _all(self, nodes: Iterable[ast.AST]) -> Iterator[Unmarked]:
        for node in nodes:
            yield from self.read(node)

    def _call(self, call: ast.Call) -> Iterator[Unmarked]:
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        values = [each.value for each in call.keywords if each.arg not in _FOR_MACHINES]
        is_log = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") in _LOGS
        if is_log or _OF_PROGRAMMERS.fullmatch(name):
            return
        given = call.args
        if name in SENTENCES:
            given = [each for each in given if not isinstance(each, ast.Constant)]
        if _SHOWS.fullmatch(name):
            for each in given:
                if _LETTERS.search(_OUR_NAME.sub("", text := _text(each))):
                    yield self._at(each, text)
            given = [each for each in given if not _text(each)]
        yield from self._all([call.func, *given, *values])

    def _is_sentence(self, text: str) -> bool:
        if text[:1].islower() and text in self.ids:
            return False  # An id has no capital.
        rest = _OUR_NAME.sub("", text).strip()
        return bool(_WORDS.search(rest)) and not _NO_SENTENCE.match(text)

    def _at(self, node: ast.AST, text: str) -> Unmarked:
        return Unmarked(f"{self.path}:{getattr(node, 'lineno', 0)}", text)


def _parts(comparison: ast.Compare) -> tuple[ast.expr, ...]:
    return (comparison.left, *comparison.comparators)


def _joined(node: ast.JoinedStr) -> str:
    return "".join(_text(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _text(node: ast.expr) -> str:
    """The words of a string that stands there; empty for what is no string."""
    if isinstance(node, ast.JoinedStr):
        return _joined(node)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
