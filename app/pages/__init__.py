"""What goes onto paper: papers and lengths, posters and other deliverables, and their pages as layers."""
