"""Reads with openpyxl every formula, link and text of a workbook, and prints them as JSON.

Use: texts.py WORKBOOK
"""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("error")

found = {"formulas": [], "links": [], "texts": []}
for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                found["formulas"].append(cell.value)
            elif isinstance(cell.value, str):
                found["texts"].append(cell.value)
            if cell.hyperlink:
                link = cell.hyperlink
                found["links"].append(link.target or f"#{link.location}")
json.dump(found, sys.stdout, ensure_ascii=False)
