"""Which machine this is, and since which start of it: two machines may well have the same host name."""

import hashlib
import subprocess
import sys
from functools import cache
from pathlib import Path

_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


@cache
def machine() -> str:
    """A number for this machine that no other has; empty where the system knows none.

    Of the system's own id, which is to stay private, only a sum stands in files that others may read.
    """
    found = _machine_id().strip()
    return hashlib.sha256(f"Journeywall {found}".encode()).hexdigest()[:16] if found else ""


@cache
def boot() -> str:
    """A number for this start of the machine; empty where the system knows none."""
    if sys.platform == "darwin":
        return _asked("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
    return _read("/proc/sys/kernel/random/boot_id")


def _machine_id() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    if sys.platform == "darwin":
        return _asked("/usr/sbin/sysctl", "-n", "kern.uuid")
    return next(filter(None, map(_read, _MACHINE_IDS)), "")


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _asked(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
