"""What is read as a number: numerals, units, hedges, times, and what each lets a reader believe."""
