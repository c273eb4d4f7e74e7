"""Pictures and storyboards."""
