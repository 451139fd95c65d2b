"""The desk: where an editor holds a text against what was published."""
