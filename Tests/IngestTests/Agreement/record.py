"""Odd CSV files, and what Python's csv and DuckDB read in them.

    record.py OUTPUT.json     writes the files with both answers (needs the package duckdb)
    record.py --check JSON    reads the recorded files again with Python's csv

`make record-agreement` does the first in an environment of its own, `make test` the second. The
files are generated from a fixed seed, so that the recording changes only when this script does.

Rows are compared as our reader promises them: cells without the blanks around them, in NFC, with
LF inside; rows without any text left out. A reader that refuses a file has `null` for it.
"""

import csv
import io
import json
import os
import random
import sys
import tempfile
import unicodedata

BLANKS = "".join(map(chr, [*range(0x21), 0xA0, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]))
HEADINGS = ["Chỉ báo", "Số đạt", "Tổng số", "Ghi chú", "Năm trước", "Năm nay"]
csv.field_size_limit(1_000_000)


def normal(rows):
    cells = ([(cell or "").replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in rows)
    cells = ([unicodedata.normalize("NFC", cell.strip(BLANKS)) for cell in row] for row in cells)
    return [row for row in cells if any(row)]


def python_rows(text, separator):
    # Offices put blanks after separators, before a quote too.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        return normal(reader)
    except csv.Error:
        return None


def duckdb_rows(text, separator, width):
    import duckdb

    with tempfile.NamedTemporaryFile(suffix=".csv", delete=False) as file:
        file.write(text.encode())
    columns = {f"c{index}": "VARCHAR" for index in range(width)}
    try:
        relation = duckdb.read_csv(
            file.name, sep=separator, quotechar='"', escapechar='"', header=False, columns=columns,
            auto_detect=False, strict_mode=True, null_padding=False, parallel=False,
            max_line_size=1_000_000)
        return normal(relation.fetchall())
    except duckdb.Error:
        return None
    finally:
        os.unlink(file.name)


def file(name, text, separator=";", encoding="utf-8"):
    return {"name": name, "text": text, "separator": separator, "encoding": encoding}


def written_by_hand():
    head = "Chỉ báo;Số đạt;Ghi chú"
    rows = {
        "plain": "1;2;3", "empty cells": ";;3\n1;;", "one quoted": '"1";2;3',
        "all quoted": '"1";"2";"3"', "empty quotes": '"";"";""\n1;"";2',
        "separator in quotes": '1;"a;b";3', "comma in a cell": "1;79,95;a, b, c",
        "doubled quote": '1;"nói ""có""";3', "only doubled quotes": '1;"""";""""""',
        "quote at the end of quotes": '1;"a""";3', "quote at the start of quotes": '1;"""a";3',
        "line break in quotes": '1;"a\nb";3', "several line breaks": '1;"a\n\n\nb";3\n4;5;6',
        "line break first": '1;"\na";3', "line break last": '1;"a\n";3', "only a line break": '1;"\n";3',
        "row in quotes": '1;"2;3\n4;5;6\n7;8";9', "blanks inside": "a b;c  d;e\u00a0f",
        "blanks around": " 1 ;\t2\t; 3 ", "no-break blanks around": "\u00a01\u00a0;\u202f2;\u20093",
        "blanks in quotes": '1;"  a  ";3', "blank before a quote": '1; "a;b";3',
        "blank after a quote": '1;"a;b" ;3', "blanks around quotes": '1;  "a"  ;3',
        "blank lines": "\n1;2;3\n\n\n4;5;6\n", "blank rows": ";;\n1;2;3\n ; ; \n4;5;6\n",
        "ragged, short": "1;2\n3;4;5", "ragged, long": "1;2;3;4\n5;6;7", "one cell": "1\n2;3;4",
        "stray quote": '1;5" dài;3', "two stray quotes": '1;a "b" c;3', "text after a quote": '1;"a"b;3',
        "text after a quote, later": '1;2;"a" b', "quote never closed": '1;"a;3\n4;5;6',
        "quote never closed, last": '1;2;"a', "quote never closed, first": '"1;2;3\n4;5;6\n7;8;9',
        "quote as the last byte": '1;2;"', "three quotes": '1;""";3\n4;5;6', "apostrophes": "1;'a;3'",
        "backslashes": '1;a\\;b', "backslash before a quote": '1;"a\\";3',
        "hash": "# a;b;c\n1;2;3", "formula": "1;=A1+B1;@x", "number with points": "1;1.234.567,89;-5",
        "accents": "Hoà Bình;Phước Hải;Ủy ban", "decomposed": unicodedata.normalize("NFD", "Hoà;Phước;Ủy ban"),
        "beyond the base plane": "😀;𝟚;a", "NULL as a word": "NULL;null;\\N", "nan": "nan;NaN;inf",
        "long cell": "1;" + "x" * 9_000 + ";3", "long quoted cell": '1;"' + "a;" * 4_500 + '";3',
        "many rows": "\n".join(f"{n};{n * n};a" for n in range(300)), "tab in a cell": "1;a\tb;3",
        "pipe in a cell": "1|2;a|b;3", "quotes around a number": '1;"1.450";"79,95"',
        "only separators": ";;\n;;\n1;2;3", "trailing separators": "1;2;3", "zero width": "1;\u200ba\u200b;\ufeff3",
        "soft hyphen": "1;a\u00adb;3", "line separator": "1;a\u2028b;3", "leading zeros": "007;00;0",
        "dates": "15/06/2022;2022-06-15;6/15", "row of headings again": head + "\n1;2;3",
    }
    for name, body in rows.items():
        yield file(name, head + "\n" + body + "\n")
    yield file("heading only and one row without an end", head + "\n1;2;3")
    yield file("CR only", (head + "\n1;2;3\n4;5;6\n").replace("\n", "\r"))
    yield file("CRLF", (head + '\n1;"a\nb";3\n4;5;6\n').replace("\n", "\r\n"))
    yield file("quoted headings", '"Chỉ báo";"Số đạt";"Ghi chú"\n1;2;3\n')
    yield file("heading with a comma", 'Chỉ báo;"Số, ký hiệu";Ghi chú\n1;2;3\n')
    yield file("heading with a line break", '"Chỉ\nbáo";Số đạt;Ghi chú\n1;2;3\n')
    yield file("byte order mark", "\ufeff" + head + "\n1;2;3\n")
    yield file("byte order mark and quotes", '\ufeff"Chỉ báo";Số đạt;Ghi chú\n1;2;3\n')
    for encoding in ["utf-16", "utf-16-le", "utf-16-be"]:
        mark = "" if encoding == "utf-16" else "\ufeff"
        yield file(encoding, mark + head + '\n1;"a;b";Phước\n', encoding=encoding)


PIECES = [
    "", "", "1", "79,95", "1.450", "Có", "Phước Hưng", "Hoà Bình", "a b", " a", "b ", "\u00a0", "x;y", "a,b",
    "c\td", "nói \"có\"", '"', '""', "a\nb", "\n", "Ủy ban nhân dân", "😀", "=1+1", "'", "\\", "0012", "đ",
    unicodedata.normalize("NFD", "Phú Mỹ"), "a" * 60,
]


def generated(count, seed):
    numbers = random.Random(seed)
    for index in range(count):
        separator = numbers.choice(";;,\t")
        line_end = numbers.choice(["\n", "\r\n", "\r\n", "\r"])
        width = numbers.randint(2, 6)
        habit = numbers.choice(["needed", "needed", "all", "some"])

        def cell(piece):
            needs = any(mark in piece for mark in (separator, '"', "\n", "\r"))
            if needs or habit == "all" or (habit == "some" and numbers.random() < 0.5):
                return '"' + piece.replace('"', '""') + '"'
            return piece

        rows = [[cell(heading) for heading in HEADINGS[:width]]]
        for _ in range(numbers.randint(1, 12)):
            rows.append([cell(numbers.choice(PIECES)) for _ in range(width)])
        lines = [separator.join(row) for row in rows]
        while numbers.random() < 0.3:
            lines.insert(numbers.randint(1, len(lines)), "")
        text = "\n".join(lines) + numbers.choice(["\n", ""])
        text = numbers.choice(["", "", "\ufeff"]) + text.replace("\n", line_end)
        yield file(f"generated {index}", text, separator)


def damaged(count, seed):
    numbers = random.Random(seed)
    for index, whole in enumerate(generated(count, seed + 1)):
        text, separator = whole["text"], whole["separator"]
        start = text.replace("\r", "\n").index("\n") + 1
        for _ in range(numbers.randint(1, 2)):
            place = numbers.randint(start, len(text))
            change = numbers.randint(0, 3)
            if change == 0:
                text = text[:place] + '"' + text[place:]
            elif change == 1:
                text = text[:place] + separator + text[place:]
            elif change == 2:
                text = text[:place] + text[place + 1 :]
            else:
                text = text[:place] + "\n" + text[place:]
        yield file(f"damaged {index}", text, separator)


def files():
    return [*written_by_hand(), *generated(140, 1), *damaged(120, 2)]


def has_one_line_end(text):
    pairs = text.count("\r\n")
    return [pairs, text.count("\n") - pairs, text.count("\r") - pairs].count(0) >= 2


def record(path):
    cases = files()
    for case in cases:
        text = case["text"].removeprefix("\ufeff")
        separator = case["separator"]
        width = len(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
        case["python"] = python_rows(text, separator)
        # DuckDB reads files of one kind of line end only.
        case["duckdb"] = duckdb_rows(text, separator, width) if has_one_line_end(text) else None
    with open(path, "w", encoding="utf-8") as output:
        json.dump(cases, output, ensure_ascii=False, indent=0)
        output.write("\n")


def check(path):
    with open(path, encoding="utf-8") as recorded:
        cases = json.load(recorded)
    for case in cases:
        text = case["text"].removeprefix("\ufeff")
        if python_rows(text, case["separator"]) != case["python"]:
            sys.exit(f"Python reads “{case['name']}” otherwise")
    print(len(cases))


if sys.argv[1] == "--check":
    check(sys.argv[2])
else:
    record(sys.argv[1])
