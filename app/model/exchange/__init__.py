"""What comes from elsewhere and goes elsewhere: clippings, tables, JSON."""
