"""Sticky notes."""
