"""What is read as a number, what it means, and what is refused."""
