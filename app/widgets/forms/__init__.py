"""Forms as data: a row says which field of a record it shows and how; the form does the rest."""
