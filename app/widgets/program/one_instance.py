"""One Journeywall for each user and settings folder: a second start hands its files to the first, and ends.

They speak through a local socket that only this user can reach: a file in a folder of the user's, or a named
pipe of Windows. It reaches no network. What comes through it is a stranger's until it was looked at.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.limits import MOST_FILES
from app.widgets.program.instance_name import socket_name

PATIENCE = 1_000
"""Milliseconds in which the first must have answered; else the second opens its files itself."""
MOST_BYTES, MOST_PATHS, LONGEST = 4_000_000, MOST_FILES, 4_096
_MOST_AT_ONCE = 8
"""Connections at a time."""
_TAKEN = b"taken\n"


def hand_over(paths: Sequence[Path], patience: int = PATIENCE) -> bool:
    """Have the running Journeywall open the files, and come to the front. Returns whether it said so."""
    name = socket_name()
    if name is None:
        return False
    end = QDeadlineTimer(patience)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
    received = b""
    while not received.endswith(b"\n") and socket.waitForReadyRead(end.remainingTime()):
        received += socket.readAll().data()
    socket.abort()
    return received == _TAKEN


class FirstInstance(QObject):
    """Takes what later starts hand over, until `close`."""

    wanted = Signal(list)
    """Somebody started Journeywall again, with these paths."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_AT_ONCE)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Begin to listen, unless another Journeywall does. Returns whether it listens."""
        name = socket_name()
        if name is None or _somebody_listens(name):
            return False
        # What a killed one left behind would be in the way.
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self)


class _Visit(QObject):
    """One connection: a line is read and answered, and that is the end; so it is where it takes too long."""

    def __init__(self, socket: QLocalSocket, first: FirstInstance) -> None:
        super().__init__(socket)
        self._socket, self._first = socket, first
        self._received = b""
        socket.setReadBufferSize(MOST_BYTES)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._read)
        QTimer.singleShot(PATIENCE, socket, socket.abort)
        self._read()

    def _read(self) -> None:
        self._received += self._socket.readAll().data()
        if len(self._received) > MOST_BYTES:
            self._socket.abort()
        elif self._received.endswith(b"\n"):
            paths = paths_in(self._received)
            if paths is None:
                self._socket.abort()
                return
            self._socket.write(_TAKEN)
            # At once: to open many files takes longer than the other waits for an answer.
            self._socket.flush()
            self._socket.disconnectFromServer()
            self._first.wanted.emit(paths)


def paths_in(received: bytes) -> list[Path] | None:
    """The absolute paths in a line; None where it is anything else, or too much."""
    try:
        found = json.loads(received)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > MOST_PATHS:
        return None
    paths = [Path(text) for text in found if isinstance(text, str) and _may_be_a_path(text)]
    return paths if len(paths) == len(found) else None


def _may_be_a_path(text: str) -> bool:
    if len(text) > LONGEST or "\0" in text or not Path(text).is_absolute():
        return False
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True


def _somebody_listens(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    listens = socket.waitForConnected(PATIENCE)
    socket.abort()
    return listens or socket.error() == QLocalSocket.LocalSocketError.SocketTimeoutError
