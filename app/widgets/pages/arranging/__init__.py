"""Arranging a map for its paper."""
