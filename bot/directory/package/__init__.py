"""HSDS packages in and out: a folder or zip of CSV files, or nested JSON, and what is wrong or new in one.

`layout` the tables of HSDS 3.1 · `tables` the neutral form · `faults` every rule in words
`source`, `read_csv`, `read_json`, `read` the way in · `cells`, `links` the checks
`nest` records of the tables · `write`, `guard` the way out · `changes` what an import would change

Pure of Redis and Flask: files and values only. Nothing here decides who is vetted, and nothing is published.
"""
