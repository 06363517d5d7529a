#!/usr/bin/python3
"""What a script would do to read a workbook: every value by openpyxl, read only.

It checks nothing and keeps every value, as a table does. Use: read_workbook.py FILE

Prints the rows, the cells, the CPU seconds and the peak memory in MiB.
"""
import resource
import sys

from openpyxl import load_workbook

if __name__ == "__main__":
    book = load_workbook(sys.argv[1], read_only=True)
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cells = sum(len(row) for row in rows)
    print(len(rows), cells, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)
