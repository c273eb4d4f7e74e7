"""What the ways on are called where a project cannot be saved: alike in strips, bars and questions."""

from app.language.phrases import phrase

PUT_BACK = phrase("Put it back")
PUT_BACK_TIP = phrase("Write the project to its place again; what is there now is kept under another name")
SAVE_COPY = phrase("Save a copy elsewhere…")
SAVE_COPY_TIP = phrase("Write everything that is shown to another file")
