"""Reads forms with openpyxl and prints what a spreadsheet makes of them as JSON.

Use: forms.py FILE...
"""
import json
import sys

import openpyxl


def check(validation):
    return {
        "cells": str(validation.sqref),
        "type": validation.type,
        "formulas": [text for text in (validation.formula1, validation.formula2) if text],
        "message": validation.error or "",
    }


def form(path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    # First of all, since looking at a cell makes its row.
    rows = [
        ["" if value is None else str(value) for value in row]
        for row in sheet.iter_rows(values_only=True)
    ]
    return {
        "sheets": book.sheetnames,
        "created": book.properties.created.isoformat(),
        "frozen": sheet.freeze_panes or "",
        "paper": str(sheet.page_setup.paperSize),
        "landscape": sheet.page_setup.orientation == "landscape",
        "formats": {
            cell.value: sheet.cell(2, cell.column).number_format for cell in sheet[1]
        },
        "rows": rows,
        "checks": [check(one) for one in sheet.data_validations.dataValidation],
        "lists": [
            [str(cell.value) for cell in column if cell.value is not None]
            for column in book.worksheets[-1].iter_cols()
        ],
    }


json.dump({path: form(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)
