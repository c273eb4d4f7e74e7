"""What is proved of a file before it is opened, and brought up to the newest schema."""
