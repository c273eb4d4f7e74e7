"""Lets `python -m app` be the same as the `journeywall` command; PyInstaller starts here too."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main())
