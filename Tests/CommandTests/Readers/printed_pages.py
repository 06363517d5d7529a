"""Prints pages to PDF as Chromium does, and tells what stands where on the paper.

Usage: printed_pages.py PAGE...             the pages as they are
       printed_pages.py --specimen PAGE     every Vietnamese letter in the page's own style
Prints a list of documents as JSON.
"""

import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import sync_playwright

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
# The top margins of the style sheet, of sheets that stand and of those that lie, in points.
TOP, TOP_LYING = (millimetres / 25.4 * 72 for millimetres in (20, 15))


def letters():
    """The 134 letters that are Vietnamese and not ASCII."""
    small = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
    small = [letter for letter in small if not letter.isascii()] + ["đ"]
    return small + [letter.upper() for letter in small]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def fonts(path):
    rows = run("pdffonts", str(path)).splitlines()[2:]
    # The columns after the type and encoding: emb sub uni object ID.
    return [{"name": row.split()[0], "isEmbedded": row.split()[-5] == "yes"} for row in rows]


def lines(words):
    """The words of a page line by line, from top to bottom."""
    rows = []
    for word in sorted(words, key=lambda word: (float(word.get("yMax")), float(word.get("xMin")))):
        if rows and abs(float(rows[-1][-1].get("yMax")) - float(word.get("yMax"))) < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        " ".join(word.text for word in sorted(row, key=lambda word: float(word.get("xMin"))))
        for row in rows
    ]


def sheet(page):
    words = page.findall("{*}word")
    top = TOP if float(page.get("width")) < float(page.get("height")) else TOP_LYING
    above = [word for word in words if float(word.get("yMax")) < top]
    body = [word for word in words if float(word.get("yMax")) >= top]
    return {
        "width": float(page.get("width")),
        "height": float(page.get("height")),
        "number": " ".join(word.text for word in above),
        "numberCentre": sum(float(w.get("xMin")) + float(w.get("xMax")) for w in above) / 2,
        "left": min((float(word.get("xMin")) for word in body), default=0),
        "right": max((float(word.get("xMax")) for word in body), default=0),
        "lines": lines(body),
    }


def document(path, folder, headings):
    xml = folder / "words.xml"
    subprocess.run(["pdftotext", "-bbox", str(path), str(xml)], check=True)
    pages = ElementTree.parse(xml).getroot().findall(".//{*}page")
    return {"headings": headings, "fonts": fonts(path), "sheets": [sheet(page) for page in pages]}


def main(arguments):
    is_specimen = arguments[0] == "--specimen"
    documents = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        for path in arguments[1:] if is_specimen else arguments:
            page.goto(Path(path).as_uri())
            if is_specimen:
                page.evaluate(
                    """text => {
                      document.querySelector('article').innerHTML =
                        `<p>${text}</p><p class="basis">${text}</p><h3>${text}</h3>`
                    }""",
                    " ".join(letters()),
                )
            headings = page.eval_on_selector_all(
                "h1, h2, h3, h4, caption", "all => all.map(one => one.innerText)"
            )
            target = Path(folder) / "page.pdf"
            page.pdf(path=str(target), prefer_css_page_size=True)
            documents.append(document(target, Path(folder), headings))
        browser.close()
    json.dump({"letters": letters(), "documents": documents}, sys.stdout)


main(sys.argv[1:])
