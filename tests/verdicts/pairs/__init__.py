"""Tests of two texts held against each other."""
