"""What a stranger can lay beside a project file, or a crash can leave there."""

import os
import struct
from collections.abc import Callable
from pathlib import Path

Stranger = Callable[[Path, Path], None]
"""Puts something beside a project that is meant to harm another file, the victim."""

MAGIC = bytes.fromhex("d9d505f920a163d7")
PAGE = 4096
LOCK_PAGE = 0x40000000 // PAGE + 1


def journal(path: Path, page: int = PAGE, sector: int = 512, pages: int | None = None) -> bytes:
    """The beginning of a rollback journal of a project, without pages to put back."""
    pages = path.stat().st_size // PAGE if pages is None else pages
    return (MAGIC + struct.pack(">5I", 0, 7, pages, sector, page)).ljust(512, b"\0")


def pages_of(content: bytes) -> list[bytes]:
    return [content[start : start + PAGE] for start in range(0, len(content), PAGE)]


def journal_between(old: bytes, new: bytes) -> bytes:
    """What SQLite leaves where it is killed while it turns one state of a file into the next."""
    nonce = 7
    records = [
        struct.pack(">I", number)
        + page
        + struct.pack(">I", (nonce + sum(page[PAGE - 200 : 0 : -200])) % (1 << 32))
        for number, page in enumerate(pages_of(old), 1)
        if page != new[(number - 1) * PAGE : number * PAGE]
    ]
    header = MAGIC + struct.pack(">5I", len(records), nonce, len(old) // PAGE, 512, PAGE)
    return header.ljust(512, b"\0") + b"".join(records)


def super_record(victim: Path) -> bytes:
    """How a journal ends that belongs to several files: SQLite deletes the file of that name in the end."""
    name = os.fsencode(victim)
    return struct.pack(">I", LOCK_PAGE + 1) + name + struct.pack(">II", len(name), sum(name)) + MAGIC


def names_a_victim(path: Path, victim: Path) -> None:
    beside(path).write_bytes(journal(path) + super_record(victim))


def sleeps_before_it_names_a_victim(path: Path, victim: Path) -> None:
    """No journal yet: only the next commit makes one of it, whose end is then this."""
    beside(path).write_bytes(bytes(60_000) + super_record(victim))


def names_a_victim_with_a_wrong_sum(path: Path, victim: Path) -> None:
    name = os.fsencode(victim)
    ending = name + struct.pack(">II", len(name), sum(name) + 1) + MAGIC
    beside(path).write_bytes(journal(path) + struct.pack(">I", LOCK_PAGE + 1) + ending)


def has_other_pages(path: Path, victim: Path) -> None:
    beside(path).write_bytes(journal(path, page=512))


def has_odd_sectors(path: Path, victim: Path) -> None:
    beside(path).write_bytes(journal(path, sector=7))


def claims_a_huge_file(path: Path, victim: Path) -> None:
    beside(path).write_bytes(journal(path, pages=0xFFFFFFF0))


def is_huge(path: Path, victim: Path) -> None:
    with beside(path).open("wb") as file:
        file.write(journal(path))
        file.truncate(1 << 40)


def is_a_link(path: Path, victim: Path) -> None:
    beside(path).symlink_to(victim)


def is_a_hard_link(path: Path, victim: Path) -> None:
    beside(path).hardlink_to(victim)


def never_ends(path: Path, victim: Path) -> None:
    beside(path).symlink_to("/dev/zero")


def is_a_pipe(path: Path, victim: Path) -> None:
    os.mkfifo(beside(path))


def is_a_folder(path: Path, victim: Path) -> None:
    beside(path).mkdir()


def is_a_letter(path: Path, victim: Path) -> None:
    beside(path).write_text("Dear diary")


def is_a_write_ahead_log(path: Path, victim: Path) -> None:
    beside(path, "-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(5000))


def is_shared_memory(path: Path, victim: Path) -> None:
    beside(path, "-shm").write_bytes(bytes(32768))


def is_a_pipe_for_a_log(path: Path, victim: Path) -> None:
    os.mkfifo(beside(path, "-wal"))


def is_a_link_for_shared_memory(path: Path, victim: Path) -> None:
    beside(path, "-shm").symlink_to(victim)


def beside(path: Path, ending: str = "-journal") -> Path:
    return path.with_name(path.name + ending)


STRANGERS: tuple[Stranger, ...] = (
    names_a_victim,
    names_a_victim_with_a_wrong_sum,
    sleeps_before_it_names_a_victim,
    has_other_pages,
    has_odd_sectors,
    claims_a_huge_file,
    is_huge,
    is_a_link,
    is_a_hard_link,
    never_ends,
    is_a_pipe,
    is_a_folder,
    is_a_letter,
    is_a_write_ahead_log,
    is_shared_memory,
    is_a_pipe_for_a_log,
    is_a_link_for_shared_memory,
)
