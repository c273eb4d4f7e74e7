"""The table of limits is the one that is described, and the only one."""

import ast
import re
from pathlib import Path

from app import limits

ROOT = Path(__file__).parent.parent
NAMES = [
    node.targets[0].id
    for node in ast.parse(Path(limits.__file__).read_text(encoding="utf-8")).body
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
]


def test_each_limit_is_described_as_it_is() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `(\w+)` \| ([\d,]+) \|", page, re.MULTILINE)
    assert described == [(name, f"{getattr(limits, name):,}") for name in NAMES]


def test_each_limit_is_used() -> None:
    modules = [path for path in (ROOT / "app").rglob("*.py") if path != Path(limits.__file__)]
    words = set(re.findall(r"\w+", "\n".join(path.read_text(encoding="utf-8") for path in modules)))
    assert [name for name in NAMES if name not in words] == []
