"""Uses the board in a browser, by keyboard alone, and prints what it showed at each step as JSON.

Use: board.py BOARD.html
"""
import json
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ADDRESS = pathlib.Path(sys.argv[1]).resolve().as_uri()

SEEN = """() => {
  const isSeen = (element) => element.checkVisibility({ checkVisibilityCSS: true });
  const words = (element) => element.innerText.split(/\\s+/).filter(Boolean).join(" ");
  const form = document.querySelector("form");
  // Tables that tell of nothing that can be chosen stay as they are.
  const narrowed = Array.from(document.querySelectorAll("table"))
    .filter((table) => table.querySelector("[data-topics]"));
  const tables = narrowed.map((table) => [table.id, {
    headings: Array.from(table.tHead.rows[0].cells).filter(isSeen).map(words),
    rows: Array.from(table.tBodies[0].rows).filter(isSeen)
      .map((row) => Array.from(row.cells).filter(isSeen).map(words)),
  }]);
  return {
    tables: Object.fromEntries(tables),
    form: isSeen(form),
    values: Array.from(form.querySelectorAll("select"), (select) => select.value),
    status: form.querySelector("[role=status]").textContent,
    nothing: Array.from(document.querySelectorAll(".nothing")).filter(isSeen).length,
    fragment: location.hash,
    focus: document.activeElement.id,
    width: document.documentElement.scrollWidth,
  };
}"""


def tab_to(page, focus):
    """Presses Tab until the focus is there; gives up after a page full of links."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches(%s)" % json.dumps(focus)):
            return
    raise SystemExit(f"Tab never reaches {focus}")


def foreign(url):
    return not url.startswith("file:")


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def violations(page):
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def use(browser):
    steps, problems = {}, []

    def opened(address=ADDRESS, **options):
        page = browser.new_context(**options).new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: foreign(request.url) and problems.append(request.url))
        page.goto(address)
        return page

    def see(name, page):
        steps[name] = page.evaluate(SEEN)

    page = opened(viewport={"width": 1280, "height": 800})
    see("opened", page)
    steps["opened"]["violations"] = violations(page)
    tab_to(page, "#loc-don-vi")
    press(page, "ArrowDown", 3)
    see("unit", page)
    press(page, "Tab")
    press(page, "ArrowDown", 2)
    see("office", page)
    steps["office"]["violations"] = violations(page)
    page.reload()
    see("reloaded", page)
    page.emulate_media(media="print")
    see("printed", page)
    page.emulate_media(media="screen")
    tab_to(page, "button")
    press(page, "Enter")
    page.wait_for_function("document.querySelector('#loc-don-vi').value === ''")
    see("reset", page)
    tab_to(page, "#loc-tinh-trang")
    press(page, "End")
    see("state", page)

    page = opened(ADDRESS + "#tinh-trang=so-lieu-loi")
    see("bookmarked", page)
    # The link of a row that is hidden, as one would follow it from the outside.
    page.evaluate("document.querySelector('a[href^=\"#no-\"]').click()")
    page.wait_for_function("!document.querySelector('tr:target').hidden")
    see("followed", page)
    see("impossible", opened(ADDRESS + "#don-vi=748+tinh-trang=so-lieu-loi"))
    see("unknown", opened(ADDRESS + "#don-vi=000+x=%22%5D+tinh-trang"))
    page = opened(viewport={"width": 320, "height": 640})
    see("narrow", page)
    tab_to(page, "#loc-tinh-trang")
    press(page, "ArrowDown", 2)
    see("narrowed", page)
    steps["narrowed"]["violations"] = violations(page)
    return steps, problems


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    steps, problems = use(browser)
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(ADDRESS)
    unscripted = {
        "form": plain.locator("form").is_visible(),
        "rows": [row.is_visible() for row in plain.locator("table:has([data-topics]) tbody tr").all()].count(True),
        "all": plain.locator("table:has([data-topics]) tbody tr").count(),
    }
    json.dump(
        {"steps": steps, "unscripted": unscripted, "problems": problems}, sys.stdout,
        ensure_ascii=False)
