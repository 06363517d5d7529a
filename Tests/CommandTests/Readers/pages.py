"""Reads pages as a browser would and prints what they hold as JSON.

Use: pages.py strict|fragment FILE...
"""
import json
import sys

import html5lib

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def text(element):
    return " ".join("".join(element.itertext()).split())


def table(element):
    rows = [
        [text(cell) for cell in row if cell.tag in (NAMESPACE + "th", NAMESPACE + "td")]
        for row in element.iter(NAMESPACE + "tr")
    ]
    caption = element.find(NAMESPACE + "caption")
    return {"caption": "" if caption is None else text(caption), "rows": rows}


def page(path, strict):
    with open(path, "rb") as file:
        content = file.read()
    parser = html5lib.HTMLParser(strict=strict)
    tree = parser.parse(content, transport_encoding="utf-8")
    facts = [
        [text(item.find(NAMESPACE + "dt")), text(item.find(NAMESPACE + "dd"))]
        for item in tree.iter(NAMESPACE + "div")
        if item.find(NAMESPACE + "dt") is not None
    ]
    return {
        "tables": [table(element) for element in tree.iter(NAMESPACE + "table")],
        "facts": facts,
        "ids": [element.get("id") for element in tree.iter() if element.get("id")],
        "links": [element.get("href") for element in tree.iter(NAMESPACE + "a")],
        "text": text(tree.find(NAMESPACE + "body")),
    }


pages = {path: page(path, sys.argv[1] == "strict") for path in sys.argv[2:]}
json.dump(pages, sys.stdout, ensure_ascii=False)
