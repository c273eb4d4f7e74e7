"""Lets `python -m app` be the same as the `journeywall` command; PyInstaller starts here too."""

import sys
from multiprocessing import freeze_support

from app.cli import main

if __name__ == "__main__":
    # Exports run in a process of their own, which a bundled program begins here.
    freeze_support()
    sys.exit(main())
