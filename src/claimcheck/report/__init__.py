"""The analyst's report: a self-contained page, tables beside it, and pandas frames.

`view` decides every string and order, `html` sets them out with templates that decide nothing,
`tables` and `frames` hand the same records on to spreadsheets and pandas.
"""
