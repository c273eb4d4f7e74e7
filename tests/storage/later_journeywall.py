"""A Journeywall of the future, made of this one's source: its next schema renames a field and drops values.

It is a copy in a folder of its own, worked by `later_work.py` in a process of its own. What its authors would
write is here as it would stand there: the records, a migration, an upgrade.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.storage.tables import SCHEMA

TOP = Path(__file__).parent.parent.parent
LATER = SCHEMA + 1

UPGRADE = """
    Upgrade(
        (
            Rule("note", renamed("votes", "dots")),
            Rule("note", replaced("status", "dropped", "done"), phrase("The status “dropped” is now “done”")),
            Rule("note", replaced("impact", "work-around", None), phrase("The impact “work-around” is none")),
            Rule("entry", _web_is_internet),
            Rule(STEP, replaced("label", {"code": "vote", "values": {}}, "Stick a dot")),
        )
    ),
"""
_HELPERS = """
from app.language.phrases import phrase
from app.model.upgrades.upgrade import STEP, renamed, replaced


def _web_is_internet(fields: Fields) -> Fields:
    channels = fields.get("channels")
    if not isinstance(channels, list):
        return fields
    return {**fields, "channels": ["internet" if each == "web" else each for each in channels]}


"""
NO_UPGRADE = """
    Upgrade(),
"""

_MIGRATION = f"""
from alembic import op
from app.storage.history.upgraded_rows import upgraded_rows

revision = "{LATER:04}"
down_revision = "{SCHEMA:04}"


def upgrade() -> None:
    history = upgraded_rows({LATER}, "history", kind="step", key="number", labels=("label",))
    with upgraded_rows({LATER}, "note"), history:
        op.execute("ALTER TABLE note RENAME COLUMN votes TO dots")
    with upgraded_rows({LATER}, "entry", lists=("channels",)):
        pass
"""
MIGRATION_ALONE = (
    _MIGRATION
    + """
    op.execute("UPDATE note SET status = 'done' WHERE status = 'dropped'")
    op.execute("UPDATE note SET impact = NULL WHERE impact = 'work-around'")
"""
)
"""One that needs no upgrade for what stands in tables, so that only the history lacks it."""


def make_later(folder: Path, upgrade: str = UPGRADE, migration: str = _MIGRATION) -> Path:
    """Copy the program, and change its schema."""
    for name in ("app", "benchmarks", "resources"):
        shutil.copytree(TOP / name, folder / name)
    versions = folder / "app" / "storage" / "migrations" / "versions"
    for module in (folder / "app").rglob("*.py"):
        if module.parent != versions:
            _edit(module, r"\bvotes\b(?!\")", "dots", least=0)
            _edit(module, r"(?<!most )\bvotes(?=\")", "dots", least=0)
    for module in (folder / "benchmarks").rglob("*.py"):
        _edit(module, r"\bvotes\b", "dots", least=0)
    values = folder / "app" / "model" / "records" / "values.py"
    _edit(values, r', "dropped"\]', "]")
    _edit(values, r'"trivial", "work-around", ', '"trivial", ')
    upgrades = folder / "app" / "model" / "upgrades" / "schemas.py"
    _edit(upgrades, r'(?m)^(?=\)\n"""The upgrades to schema 2)', upgrade)
    _edit(upgrades, r"(?m)^(?=UPGRADES: )", _HELPERS)
    (versions / f"schema_{LATER:04}.py").write_text(migration, encoding="utf-8")
    shutil.copy(Path(__file__).with_name("later_work.py"), folder)
    return folder


def ask(later: Path, job: str, *arguments: Path) -> Any:
    """What that program says of a job (`later_work.py`)."""
    done = subprocess.run(
        [sys.executable, "later_work.py", job, *map(str, arguments)],
        cwd=later,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _edit(module: Path, pattern: str, replacement: str, least: int = 1) -> None:
    text = module.read_text(encoding="utf-8")
    edited, count = re.subn(pattern, lambda _: replacement, text)
    assert count >= least, f"{pattern} is not in {module}"
    if count:
        module.write_text(edited, encoding="utf-8")
