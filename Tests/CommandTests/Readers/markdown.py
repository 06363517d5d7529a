"""Renders Markdown by cmark-gfm and by markdown-it-py and compares what a reader gets.

    markdown.py FILE...

Prints, for each file that differs, the first difference. Both render with everything that GitHub's
dialect has. A mail address may become a link in one and not in the other; its words are compared.
"""

import json
import subprocess
import sys
from html.parser import HTMLParser

from markdown_it import MarkdownIt

STRUCTURE = {
    "blockquote", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol",
    "p", "pre", "s", "strong", "table", "td", "th", "ul",
}
SAME = {"s": "del"}


class Outline(HTMLParser):
    """The elements that a reader sees, with their text and the targets of links."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.items = []
        self.is_mail = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and not attributes.get("href", "").startswith("mailto:"):
            self.items.append(("link", attributes.get("href", "")))
        elif tag in ("td", "th"):
            style = attributes.get("style") or ""
            align = attributes.get("align") or style.partition("text-align:")[2].strip(" ;")
            self.items.append((tag, align or "left"))
        elif tag in STRUCTURE:
            self.items.append((SAME.get(tag, tag), ""))
        elif tag not in ("a", "br", "tbody", "thead", "tr"):
            self.items.append(("unexpected", tag))

    def handle_data(self, data):
        if self.items and self.items[-1][0] == "text":
            data = self.items.pop()[1] + data
        self.items.append(("text", data))


def outline(html):
    reader = Outline()
    reader.feed(html)
    reader.close()
    items = [(kind, " ".join(text.split())) for kind, text in reader.items]
    # Neither blanks between elements nor paragraphs in a tight list are seen.
    return [item for item in items if item not in [("text", ""), ("p", "")]]


def cmark(path):
    extensions = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]
    options = [word for name in extensions for word in ("-e", name)]
    return subprocess.run(
        ["cmark-gfm", *options, path], check=True, capture_output=True).stdout.decode()


def main(paths):
    renderer = MarkdownIt("gfm-like")
    # Links of bare names such as thong-ke.md are no part of the dialect.
    renderer.linkify.set({"fuzzy_link": False})
    differences = {}
    counts = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        one, other = outline(cmark(path)), outline(renderer.render(text))
        counts[path] = len(one)
        if one != other:
            place = next(
                (index for index, pair in enumerate(zip(one, other)) if pair[0] != pair[1]),
                min(len(one), len(other)))
            differences[path] = repr(
                {"cmark-gfm": one[place:place + 3], "markdown-it": other[place:place + 3]})
    json.dump({"items": counts, "differences": differences}, sys.stdout, ensure_ascii=False)


main(sys.argv[1:])
