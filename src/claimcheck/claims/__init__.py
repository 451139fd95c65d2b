"""Who says what of which subject: quantities and categories turned into normalised claims."""
