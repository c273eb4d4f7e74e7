"""Pictures that are dropped, pasted or chosen."""
