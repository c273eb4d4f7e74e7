"""Which process holds a file: whether a process that a lock names is still the one that it was."""

import sys
from pathlib import Path


def started(pid: int) -> str | None:
    """When a process of this machine started, in the system's own words; None where none runs.

    With the process id it names a process for good: ids are given out again.
    """
    if sys.platform == "win32":
        from app.storage.guard.process_windows import started_on_windows

        return started_on_windows(pid)
    if sys.platform == "linux":
        return _started_on_linux(pid)
    return _started_by_ps(pid)


def process_space() -> str:
    """What tells apart containers that share a host's name but not its process ids."""
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""


def _started_on_linux(pid: int) -> str | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    state, *fields = stat.rpartition(")")[2].split()
    return None if state in "ZX" else fields[18]


def _started_by_ps(pid: int) -> str | None:
    # The start page waits for this module, and other systems need no other program.
    import subprocess

    found = subprocess.run(
        ["/bin/ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or None
