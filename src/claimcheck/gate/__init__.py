"""The gate: what a run prints, one writer a format, and the exit code it ends with."""
