"""The parts of the page: what each of them says, in the words and the order in which it is read."""
