"""How well posters use their paper: figures read back from PDFs (`python -m tools.measure_wall`)."""
