"""What cannot be put onto pages, written or read is told by this error."""


class FormatError(Exception):
    """A file cannot be read or written. The message is a sentence for people."""
