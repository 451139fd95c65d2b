"""What is read: articles, their sentences, and the corpus they form."""
