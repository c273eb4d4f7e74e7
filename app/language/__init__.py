"""The words, numbers and days of a language. The ground floor: it knows nothing else of the program."""
