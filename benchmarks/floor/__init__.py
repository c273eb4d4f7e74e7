"""The least that this machine needs for each work: minimal programs that do only what cannot be left out."""
