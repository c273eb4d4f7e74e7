"""What `make` does beyond calling programs; standard library only, since it runs before anything is installed."""
