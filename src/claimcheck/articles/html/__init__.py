"""HTML pages: their tags, the main text among them, and what they say of it."""
