"""Whether words are spelt as a language has them: what a word is, and the process that asks dictionaries.

It knows no toolkit: the open project's side of it is `app/session/spelling.py`.
"""
