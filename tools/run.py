"""`make run`: opens the sample map in the editor; where there is no display, prints its poster instead."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

from tools.system_libraries import provide

OUT = Path("out")
SAMPLE = OUT / "pizzeria.journey"


def journeywall(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "app", *map(str, arguments)], check=True)


def x_display_answers() -> bool:
    """Whether the X server that DISPLAY names can be reached: Qt would abort if not."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def reason_for_no_window() -> str | None:
    """Why no window can be shown here; None if one can."""
    if sys.platform != "linux" or os.environ.get("WAYLAND_DISPLAY"):
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    return None if x_display_answers() else f"The display {display} does not answer"


def print_poster() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    posters = [SAMPLE.with_suffix(suffix) for suffix in (".pdf", ".png")]
    for poster in posters:
        journeywall("export", SAMPLE, poster, "--paper", "A0", "--force")
    print("The A0 poster of the sample map:", *posters, sep="\n    ")


def main() -> int:
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if not provide("window" if has_display else "offscreen"):
        return 1
    OUT.mkdir(exist_ok=True)
    try:
        if not SAMPLE.exists():
            journeywall("new", SAMPLE, "--template", "pizzeria")
        reason = reason_for_no_window()
        if reason is None:
            print(f"Opening {SAMPLE}; your changes are saved there as you make them.", flush=True)
            journeywall(SAMPLE)
        else:
            print(f"{reason}, so the poster is printed without a window.", flush=True)
            print_poster()
    except subprocess.CalledProcessError as failure:
        return failure.returncode
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
