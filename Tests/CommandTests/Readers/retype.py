"""Types one number over a cell, as a person does in a spreadsheet, and saves the workbook.

Use: retype.py SOURCE TARGET SHEET ROW COLUMN NUMBER
       ROW is the text of the row's first cell, COLUMN how the heading of the column begins
"""
import sys

import openpyxl

source, target, sheet, row, column, number = sys.argv[1:]
book = openpyxl.load_workbook(source)
cells = book[sheet]
table = next(iter(cells.tables.values()))
headings, *body = cells[table.ref]
place = next(i for i, cell in enumerate(headings) if str(cell.value).startswith(column))
next(line for line in body if line[0].value == row)[place].value = float(number)
book.save(target)
