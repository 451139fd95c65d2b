"""Dates and times as they stand in news: days, months, years, clocks, and what is relative."""
