"""How a map comes onto paper: which parts of it, how large, on how many sheets, and what stands around it.

Everything here is worked out before anything is painted, so that the PDF, the preview and the printer agree.
"""
