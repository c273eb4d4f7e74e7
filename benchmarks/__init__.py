"""How fast the program is, beside the least that this machine needs for the same work, in the same run."""
