"""Prints as JSON, by page, the names of its elements, and of their attributes after an @.

Use: elements.py PAGE...
"""
import json
import sys

import html5lib


def names(path):
    with open(path, "rb") as file:
        tree = html5lib.parse(file.read(), namespaceHTMLElements=False, transport_encoding="utf-8")
    found = set()
    for element in tree.iter():
        if isinstance(element.tag, str):
            found.add(element.tag)
            found.update("@" + name for name in element.attrib if isinstance(name, str))
    return sorted(found)


json.dump({path: names(path) for path in sys.argv[1:]}, sys.stdout)
