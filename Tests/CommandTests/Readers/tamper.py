"""Changes text in one part of a zipped document, and mends the manifest of its folder.

    tamper.py FOLDER FILE PART OLD NEW
"""

import hashlib
import json
import pathlib
import sys
import zipfile

folder, file, part, old, new = sys.argv[1:]
target = pathlib.Path(folder, file)
with zipfile.ZipFile(target) as archive:
    parts = [(info, archive.read(info)) for info in archive.infolist()]
changed = 0
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
    for info, content in parts:
        if info.filename == part:
            changed = content.count(old.encode())
            content = content.replace(old.encode(), new.encode())
        archive.writestr(info.filename, content)
if changed == 0:
    sys.exit(f"“{old}” is not in {part}")
content = target.read_bytes()
manifest = pathlib.Path(folder, "manifest.json")
entries = json.loads(manifest.read_text(encoding="utf-8"))
for entry in entries["outputs"]:
    if entry["path"] == file:
        entry["bytes"] = len(content)
        entry["sha256"] = hashlib.sha256(content).hexdigest()
manifest.write_text(json.dumps(entries), encoding="utf-8")
