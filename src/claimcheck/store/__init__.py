"""What was read of articles, kept from one run to the next."""
