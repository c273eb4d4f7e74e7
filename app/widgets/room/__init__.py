"""What others are shown."""
