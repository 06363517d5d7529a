"""Prints, one a line, the objects of JSON files whose keys are not sorted or occur twice.

Use: keys.py FILE...
"""
import json
import sys


def checked(path):
    def hook(pairs):
        keys = [key for key, _ in pairs]
        if keys != sorted(set(keys)):
            print(f"{path}: {keys}")
        return dict(pairs)

    return hook


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        json.load(file, object_pairs_hook=checked(path))
