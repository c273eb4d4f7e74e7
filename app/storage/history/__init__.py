"""The history in the file: steps as rows, old ones packed."""
