"""The action register in a window of its own: a table to sort, and a matrix of impact and effort."""
