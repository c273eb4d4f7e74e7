"""Ends what another's code does in the main thread of a process of ours, where it takes too long."""

import _thread
import signal
from collections.abc import Callable
from threading import Lock, Timer
from time import sleep
from typing import TypeVar

T = TypeVar("T")


class TookTooLongError(Exception):
    """The time that something may take is over."""


def at_most(seconds: float, do: Callable[[], T]) -> T:
    """Do something. Raises TookTooLongError in the midst of it, once that takes longer.

    SIGTERM must raise KeyboardInterrupt, as it does in the processes beside the window.
    """
    lock = Lock()
    is_over = was_stopped = False

    def stop() -> None:
        nonlocal was_stopped
        with lock:
            if not is_over:
                was_stopped = True
                _thread.interrupt_main(signal.SIGTERM)

    timer = Timer(seconds, stop)
    timer.daemon = True
    # No context manager: an interrupt could come in its own steps, and go beyond.
    try:
        timer.start()
        try:
            return do()
        finally:
            timer.cancel()
            with lock:
                is_over = True
            if was_stopped:
                # An interrupt that is on its way is to come here, not in what is done next.
                sleep(0.01)
    except KeyboardInterrupt:
        if not was_stopped:
            raise
        raise TookTooLongError from None
