"""Which claims speak of the same thing, and whether they can all be true."""
