"""The page of the minutes: what a workshop came to, in place of the map."""
