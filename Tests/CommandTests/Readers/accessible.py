"""Reads with openpyxl what the checklist of accessible workbooks asks for.

Use: accessible.py WORKBOOK...
Prints as JSON, by workbook: its properties, and of each sheet what a reader who does not see meets.
"""
import json
import re
import sys
import warnings
import zipfile

import openpyxl

warnings.simplefilter("error")


def language(path):
    with zipfile.ZipFile(path) as archive:
        core = archive.read("docProps/core.xml").decode()
    found = re.search(r"<dc:language>(.*?)</dc:language>", core)
    return found.group(1) if found else ""


def cells(sheet):
    return [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.rows]


def table(sheet):
    tables = list(sheet.tables.values())
    if len(tables) != 1:
        return None
    return {"name": tables[0].displayName, "range": tables[0].ref,
            "headings": [column.name for column in tables[0].tableColumns]}


def facts(sheet):
    view = sheet.sheet_view
    return {
        "name": sheet.title,
        "cells": cells(sheet),
        "used": sheet.dimensions,
        "tables": len(sheet.tables),
        "table": table(sheet),
        "merged": len(sheet.merged_cells.ranges),
        "isHidden": sheet.sheet_state != "visible",
        "hidden": sum(row.hidden for row in sheet.row_dimensions.values())
        + sum(column.hidden for column in sheet.column_dimensions.values()),
        "isFrozen": sheet.freeze_panes is not None,
        "selected": view.selection[0].activeCell if view.selection else "A1",
        "scrolled": view.topLeftCell or "A1",
        "unwrapped": sum(
            not cell.alignment.wrap_text for cell in body(sheet) if isinstance(cell.value, str)),
        "widths": [sheet.column_dimensions[name].width for name in columns(sheet)],
        "titleSize": sheet["A1"].font.size,
        "isTitleBold": sheet["A1"].font.bold,
        "paper": sheet.page_setup.paperSize,
        "repeated": sheet.print_title_rows or "",
        "colours": sorted({colours(cell) for row in sheet.rows for cell in row if cell.value}),
        "links": [[cell.value, cell.hyperlink.location or "", cell.hyperlink.target or ""]
                  for row in sheet.rows for cell in row if cell.hyperlink],
    }


def colour(found, otherwise):
    # Only colours that are written out; those of a theme are black on white here.
    return found.rgb[-6:] if found is not None and found.type == "rgb" else otherwise


def colours(cell):
    behind = colour(cell.fill.fgColor, "FFFFFF") if cell.fill.fill_type else "FFFFFF"
    return colour(cell.font.color, "000000"), behind


def columns(sheet):
    return [cell.column_letter for cell in sheet[sheet.max_row]]


def body(sheet):
    for found in sheet.tables.values():
        for row in sheet[found.ref]:
            yield from row


def workbook(path):
    book = openpyxl.load_workbook(path, data_only=True)
    properties = book.properties
    return {
        "title": properties.title, "author": properties.creator, "subject": properties.subject,
        "keywords": properties.keywords, "language": language(path),
        "active": book.active.title, "names": sorted(name.name for name in book.defined_names.definedName),
        "sheets": [facts(sheet) for sheet in book.worksheets],
    }


json.dump({path: workbook(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)
