"""Asks Windows when a process started; apart, so that no other system needs to know what is asked here."""

import ctypes
import sys
from ctypes import wintypes

assert sys.platform == "win32"

_MAY_QUERY = 0x1000
_STILL_ACTIVE = 259


def started_on_windows(pid: int) -> str | None:
    """When a process started, as a number of Windows; None where none runs under that id."""
    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(_MAY_QUERY, False, pid)
    if not handle:
        return None
    code = wintypes.DWORD()
    times = [wintypes.FILETIME() for _ in range(4)]
    try:
        kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
        kernel.GetProcessTimes(wintypes.HANDLE(handle), *map(ctypes.byref, times))
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))
    if code.value != _STILL_ACTIVE:
        return None
    return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime)
