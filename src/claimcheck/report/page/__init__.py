"""The page as it is written: templates that decide nothing, packed rows, and what filters ask."""
