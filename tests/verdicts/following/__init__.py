"""Tests of what follows from several statements."""
