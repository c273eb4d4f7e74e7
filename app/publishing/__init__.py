"""From pages to files beside the window: what to know before, the preview, and exports in a process."""
