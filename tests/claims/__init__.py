"""Tests of claims/: who says what of which subject."""
