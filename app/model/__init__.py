"""What a journey map is: frozen records, the document that holds them, and the changes made to it.

Nothing here knows a toolkit, a database or a file format.
"""
