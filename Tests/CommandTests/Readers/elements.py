"""Prints as JSON the names of a page's elements, and of their attributes after an @.

Use: elements.py PAGE
"""
import json
import sys

import html5lib

with open(sys.argv[1], "rb") as file:
    tree = html5lib.parse(file.read(), namespaceHTMLElements=False, transport_encoding="utf-8")
names = set()
for element in tree.iter():
    if isinstance(element.tag, str):
        names.add(element.tag)
        names.update("@" + name for name in element.attrib if isinstance(name, str))
json.dump(sorted(names), sys.stdout)
