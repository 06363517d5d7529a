"""Compares the formulas' stored values with those that another program has calculated.

Use: recalculated.py ORIGINAL CALCULATED
       two folders with workbooks of the same names
Prints as JSON how many formulas there were, and the first that differ.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def formulas(path):
    """The formula and the value of each cell that has one, by sheet and place."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        for part in parts:
            for cell in xml.fromstring(archive.read(part)).iter(MAIN + "c"):
                formula = cell.find(MAIN + "f")
                if formula is None:
                    continue
                value = cell.findtext(MAIN + "v") or ""
                if cell.get("t", "n") == "n" and value:
                    value = float(value)
                yield (part, cell.get("r")), (formula.text, value)


def equal(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-14 * abs(one)
    return one == other


def compare(original, calculated):
    stored, found = dict(formulas(original)), dict(formulas(calculated))
    for place, (formula, value) in stored.items():
        other = found.get(place, ("", "no formula"))[1]
        if not equal(value, other):
            yield f"{original.name} {place}: {value!r}, {other!r} ={formula[:200]}"


def folders(original, calculated):
    count = 0
    different = []
    for path in sorted(pathlib.Path(original).glob("*.xlsx")):
        count += sum(1 for _ in formulas(path))
        different += compare(path, pathlib.Path(calculated) / path.name)
    return {"formulas": count, "different": different[:20]}


json.dump(folders(*sys.argv[1:]), sys.stdout, ensure_ascii=False)
