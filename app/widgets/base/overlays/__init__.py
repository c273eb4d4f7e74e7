"""What lies over others for a while: cards, frames, messages, strips."""
