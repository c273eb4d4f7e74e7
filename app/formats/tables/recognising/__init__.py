"""What a grid is as a map: which way its stages go, what its headers say, what each row becomes."""
