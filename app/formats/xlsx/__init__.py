"""Workbooks: every map as a sheet that can be printed, and lists of notes, points, personas and actions."""
