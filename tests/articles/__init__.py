"""What is read: every way in, and every refusal."""
