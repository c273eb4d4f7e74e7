"""Finding, replacing and filtering."""
