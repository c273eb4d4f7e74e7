"""What stands beside the map or before it: pages of personas, counts, register, export, import."""
