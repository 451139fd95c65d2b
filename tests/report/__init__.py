"""Tests of the report room; `sample` makes the document that they share."""
