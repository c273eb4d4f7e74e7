"""The command line: the window's jobs without a window, and the way to start the window itself."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from app.cli.arguments import parse
from app.cli.errors import JobError
from app.cli.jobs import FAILED, INTERRUPTED
from app.paths import in_text
from app.resources import MissingResourceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and return the exit status. Wrong usage raises SystemExit(2)."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A console may not know every letter of a title.
    options = parse(sys.argv[1:] if arguments is None else arguments)
    from app.language.phrases import tr
    from app.language.system_words import missing_words, why
    from app.pages.errors import FormatError
    from app.storage.errors import ProjectFileError

    try:
        status: int = options.job(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (JobError, FormatError, ProjectFileError) as error:
        return _failed(str(error))
    except MemoryError:
        return _failed(tr("There is not enough memory for this; close other programs and try again."))
    except MissingResourceError as error:
        return _failed(missing_words(error))
    except OSError as error:
        if error.filename:
            name = in_text(error.filename)
            return _failed(tr("“{name}” cannot be used: {reason}.", name=name, reason=why(error)))
        return _failed(tr("A file cannot be used: {reason}.", reason=why(error)))
    return status


def _failed(sentence: str) -> int:
    print(f"journeywall: {sentence}", file=sys.stderr)
    return FAILED
