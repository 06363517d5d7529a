#!/usr/bin/python3
"""What a script would do to read a workbook: every value by openpyxl, read only.

It checks nothing and keeps every value, as a table does. Use: read_workbook.py FILE
"""
import sys

from openpyxl import load_workbook

if __name__ == "__main__":
    book = load_workbook(sys.argv[1], read_only=True)
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    print(sum(len(row) for row in rows))
