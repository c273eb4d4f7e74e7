"""What ends a job of the command line with a sentence."""


class JobError(Exception):
    """A job cannot be done. The message is a sentence for people."""
