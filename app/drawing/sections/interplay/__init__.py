"""The personas’ interplay: who takes part at which stage."""
