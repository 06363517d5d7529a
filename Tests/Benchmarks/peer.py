#!/usr/bin/python3
"""The least that a script would do instead: every CSV of a period into one workbook a unit, by openpyxl.

It checks nothing, judges nothing and writes no report. Use: peer.py PERIOD_FOLDER OUTPUT_FOLDER
"""
import csv
import io
import os
import sys
import unicodedata

from openpyxl import Workbook


def text(path):
    with open(path, "rb") as file:
        data = file.read()
    for encoding in ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1258"]:
        try:
            return unicodedata.normalize("NFC", data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return ""


def main(period, output):
    os.makedirs(output, exist_ok=True)
    for unit in sorted(os.listdir(period)):
        workbook = Workbook()
        for root, _, names in os.walk(os.path.join(period, unit)):
            for name in sorted(names):
                if name.endswith(".csv"):
                    content = text(os.path.join(root, name))
                    separator = max(";,\t", key=content.splitlines()[0].count)
                    sheet = workbook.create_sheet(name[:-4])
                    for row in csv.reader(io.StringIO(content), delimiter=separator):
                        sheet.append(row)
        workbook.save(os.path.join(output, unit + ".xlsx"))


if __name__ == "__main__":
    main(*sys.argv[1:])
