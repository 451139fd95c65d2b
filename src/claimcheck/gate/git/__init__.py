"""What Git knows: a repository, and the corpus as it was at a revision."""
