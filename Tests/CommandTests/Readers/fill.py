"""Fills forms with openpyxl, with the values that a spreadsheet makes of what is typed.

Use: fill.py forms FILLED BLANK TARGET
       fills every workbook below BLANK with the cells of its filled twin in CSV below FILLED
     fill.py cell WORKBOOK ADDRESS text|day|number VALUE [FORMAT]
       puts one value into the first sheet
Prints as JSON how many cells of each kind were filled.
"""
import collections
import csv
import datetime
import json
import pathlib
import re
import shutil
import sys

import openpyxl
from openpyxl.utils import get_column_letter


def number_format(cell):
    """The format of a cell, which is its column's where the file does not name the cell."""
    if cell.has_style:
        return cell.number_format
    return cell.parent.column_dimensions[get_column_letter(cell.column)].number_format


def typed(text, code):
    """What a spreadsheet of Vietnam stores for a text typed into a cell of this format."""
    if code == "@":
        return text
    if "dd" in code:
        day, month, year = map(int, text.split("/"))
        return datetime.date(year, month, day)
    if re.fullmatch(r"\d{1,3}(\.\d{3})*|\d+", text):
        return int(text.replace(".", ""))
    if re.fullmatch(r"\d+,\d+", text):
        return float(text.replace(",", "."))
    return text


def fill(blank, filled, target, kinds):
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[0]
    with open(filled, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column)
            if text == ("" if cell.value is None else cell.value):
                continue
            assert cell.value is None and row > 1, f"{blank} {cell.coordinate}"
            code = number_format(cell)
            cell.value = typed(text, code)
            # Since openpyxl gives dates a format of its own.
            cell.number_format = code
            kinds[type(cell.value).__name__] += 1
    book.save(target)


def fill_all(filled, blank, target):
    kinds = collections.Counter()
    for path in sorted(blank.rglob("*")):
        place = target / path.relative_to(blank)
        if path.is_dir():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".xlsx":
            twin = (filled / path.relative_to(blank)).with_suffix(".csv")
            fill(path, twin, place, kinds)
        else:
            # Prose is no workbook.
            shutil.copyfile(filled / path.relative_to(blank), place)
    return kinds


def put(path, address, kind, value, code=None):
    book = openpyxl.load_workbook(path)
    cell = book.worksheets[0][address]
    code = code or cell.number_format
    read = {"text": str, "day": datetime.date.fromisoformat, "number": float}
    cell.value = read[kind](value)
    cell.number_format = code
    book.save(path)
    return {kind: 1}


if sys.argv[1] == "forms":
    done = fill_all(*map(pathlib.Path, sys.argv[2:]))
else:
    done = put(*sys.argv[2:])
json.dump(done, sys.stdout)
