"""The baseline: what somebody accepted, and how it is found again."""
