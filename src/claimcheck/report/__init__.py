"""The analyst's report: a self-contained page, tables beside it, and pandas frames.

`folder` writes all of it. `view` decides every string and order of the page from its `sections` and
`drawings`, `page` sets them out with templates that decide nothing, and `tables` hands the same
records on to spreadsheets and pandas. `saved` and `changes` are of runs that were kept.
"""
