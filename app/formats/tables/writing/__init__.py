"""Maps written as tables and texts, which the reader of tables reads again."""
