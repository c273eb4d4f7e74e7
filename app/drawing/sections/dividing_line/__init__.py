"""The dividing lines of a service blueprint."""
