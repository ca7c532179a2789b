"""HSDS packages, read and written: a folder or zip of CSV files, or nested JSON, with its faults and changes.

`schema` the tables of HSDS 3.1 · `tables` the neutral form · `errors` every rule in words
`archive`, `read_csv`, `read_json`, `read`, `row_store` reading · `cell_checks`, `reference_checks` the checks
`nesting` records from tables · `write`, `spreadsheet_guard` writing · `merge`, `taxonomy_map` what an import changes

Knows neither Redis nor Flask: works on files and values only. Nothing here decides who is vetted, and nothing is
published.
"""
