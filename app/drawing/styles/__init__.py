"""A customer's style: colours, fonts and shapes that are put into a map's drawing once it is made.

The drawing says of each colour what it is for, so no kind of section knows of styles.
"""
