"""The findings document as tables, and what they are written as: CSV, Parquet and pandas frames."""
