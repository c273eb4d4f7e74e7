"""Metrics: numbers along the stages, as figures, bars or charts."""
