"""Run as a process of its own: shows a window, says when it is painted and what memory the process takes."""

import sys
from pathlib import Path

_BARE = "bare"


def main(argument: str) -> None:
    """`bare`: a QMainWindow and nothing else. A file: the program on it. Else the program as it starts."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Painted(QObject):
        """Ends the program when its window is painted and nothing more is due."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                application.removeEventFilter(self)
                QTimer.singleShot(0, self.report)
            return False

        def report(self) -> None:
            QApplication.processEvents()
            print("painted", _resident(), flush=True)
            QApplication.closeAllWindows()

    application = QApplication([])
    painted = Painted()
    application.installEventFilter(painted)
    if argument == _BARE:
        window = QMainWindow()
        window.show()
        application.exec()
    else:
        from app.cli import main as journeywall

        journeywall([argument] if argument else [])


def _resident() -> float:
    """Megabytes of memory that the process takes now (0 where the system does not tell)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
