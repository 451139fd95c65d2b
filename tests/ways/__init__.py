"""The ways into CI: each is run as its host runs it, on a repository made in the test."""
