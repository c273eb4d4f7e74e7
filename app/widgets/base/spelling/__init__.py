"""Words that may be misspelt, underlined where they are typed, and the menu that mends them."""
