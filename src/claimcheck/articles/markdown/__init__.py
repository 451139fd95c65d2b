"""Markdown files: their front matter, and the prose of what follows it."""
