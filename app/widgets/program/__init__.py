"""The program: opens projects, keeps their windows, and ends with the last."""
