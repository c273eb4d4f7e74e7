"""The dialog for posters: what they will look like, how they are made, and what to know before."""
