"""The notes of a cell, as a test asks for them in the words of the window's users."""

from tests.driver import WindowDriver


def texts(driver: WindowDriver, stage: str, section: str) -> list[str]:
    notes = driver.document.notes(driver.section(section).id, driver.stage(stage).id)
    return [note.text for note in notes]
