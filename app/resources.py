"""Finds the files in `resources/`, which every room may need and none should locate by itself."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a bundled file or folder, such as `resource("fonts", "Inter-Regular.ttf")`.

    `resources/` lies beside `app/` in a checkout, in an installed wheel and in a PyInstaller bundle alike.
    Raises FileNotFoundError when there is no such file: then the installation is damaged.
    """
    path = _FOLDER.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"Journeywall's own file {'/'.join(parts)} is missing; install it again.")
    return path
