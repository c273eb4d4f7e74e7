"""The tests mirror `app/`; they say what a person would see."""
