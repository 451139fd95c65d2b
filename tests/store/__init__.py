"""Tests of the store of extractions."""
