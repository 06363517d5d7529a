"""Reads workbooks with openpyxl and prints the values that the cells of every sheet hold, as JSON.

Use: workbooks.py FILE...
"""
import json
import sys

import openpyxl


def sheet(worksheet):
    return [
        ["" if value is None else str(value) for value in row]
        for row in worksheet.iter_rows(values_only=True)
    ]


def workbook(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {worksheet.title: sheet(worksheet) for worksheet in book.worksheets}


json.dump({path: workbook(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)
