"""Tables from elsewhere: read into a grid of cells, recognised as a journey map, and brought onto one."""
