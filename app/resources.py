"""Finds the files in `resources/`, which every room may need and none should locate by itself."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "resources"


class MissingResourceError(FileNotFoundError):
    """A file of the program's own is not there: the installation is damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Journeywall’s own file {name} is missing; install it again.")
        self.name = name


def resource(*parts: str) -> Path:
    """The path of a bundled file or folder, such as `resource("fonts", "Inter-Regular.ttf")`.

    `resources/` lies beside `app/` in a checkout, in an installed wheel and in a PyInstaller bundle alike.
    Raises MissingResourceError where there is no such file.
    """
    path = _FOLDER.joinpath(*parts)
    if not path.exists():
        raise MissingResourceError("/".join(parts))
    return path
