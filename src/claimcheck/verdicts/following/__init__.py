"""What follows from what several statements say: closed templates, each with its refusals."""
