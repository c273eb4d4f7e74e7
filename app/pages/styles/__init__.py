"""Styles as files of their own, `*.journeystyle`, and those that come with the program."""
