"""Encounters: two people who are named meet, or their talks break down; when, and where.

The two of them, and what they do, tell the event by themselves, in every article that names both.
"""
