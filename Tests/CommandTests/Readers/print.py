"""Prints pages to PDF in a browser and gives the number of sheets of each as JSON.

Use: print.py FOLDER PAGE.html...
"""
import json
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright


def sheets(pdf):
    listing = subprocess.run(
        ["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(next(line for line in listing.splitlines() if line.startswith("Pages:")).split()[1])


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page()
    found = {}
    for path in sys.argv[2:]:
        page.goto(pathlib.Path(path).resolve().as_uri())
        pdf = pathlib.Path(sys.argv[1]) / "print.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        found[path] = sheets(pdf)
    json.dump(found, sys.stdout)
