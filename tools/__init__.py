"""What `make` does beyond calling programs; standard library only, as nothing is installed yet."""
