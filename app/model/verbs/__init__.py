"""Verbs: each reads a document and returns a Change."""
