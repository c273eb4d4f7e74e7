"""The open project: what is edited, selected and saved, whatever shows it. Needs QtCore, and no widget."""
