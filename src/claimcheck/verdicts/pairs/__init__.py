"""Two short texts held against each other."""
