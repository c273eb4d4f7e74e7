"""Composing a map for its paper: how wide its stages, how high its sections and how large its type is there.

The paper is filled, and the smallest text is as large as can be. The text of notes stays 25 map units; the
scale of the poster, which follows from how wide the map becomes, carries its size.
"""
