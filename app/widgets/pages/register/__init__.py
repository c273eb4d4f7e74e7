"""The action register as a page: a table to sort, to filter, and to be edited where it stands."""
