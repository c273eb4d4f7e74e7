"""Bringing in what other files hold."""
