"""The window: canvas, panels, dialogs and actions."""
