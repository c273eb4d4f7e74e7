"""The lowest storey: what every part is made of, and what knows no map."""
