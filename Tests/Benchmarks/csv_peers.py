"""Reads one CSV with semicolons in a process of its own: `csv_peers.py csv|duckdb FILE`.

Prints the rows, the sum of the numerators, the CPU seconds and the peak memory in MiB.
"""

import resource
import sys


def read_with_csv(path):
    import csv

    rows = total = 0
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.reader(file, delimiter=";"):
            if rows:
                total += int(row[3].replace(".", "") or 0)
            rows += 1
    return rows - 1, total


def read_with_duckdb(path):
    import duckdb

    names = "indicator component met numerator denominator percent previous current year state note"
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names.split())
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    return connection.execute(
        "SELECT count(*), sum(coalesce(try_cast(replace(numerator, '.', '') AS BIGINT), 0)), "
        "max(denominator), max(percent), max(note) "
        f"FROM read_csv('{path}', delim = ';', header = true, columns = {{{columns}}})"
    ).fetchone()[:2]


reader = {"csv": read_with_csv, "duckdb": read_with_duckdb}[sys.argv[1]]
rows, total = reader(sys.argv[2])
usage = resource.getrusage(resource.RUSAGE_SELF)
print(rows, total, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)
