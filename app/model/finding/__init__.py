"""Finding, filtering and numbering what a map holds."""
