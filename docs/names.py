#!/usr/bin/env python3
"""Fails when the documentation names a file, a class or a member that the tree does not have.   docs/names.py

Looked at is what stands in `code` and looks like a path or like a name of the code (Capital, CapitalName, Name.MemberAsync), in the pages below.
What is folded away (<details>) tells of earlier releases and is left out.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["docs/architecture.md", "docs/development.md", "docs/testing.md", "CONTRIBUTING.md", "SECURITY.md"]
# Names of an earlier release that a page mentions, and of things outside the tree.
KNOWN = {"DeliveryPlans", "Receiving/Http/SlackReceiver", "Bot.Chat/Posts", "Host", "Fault"}
FILE = re.compile(r"^[\w.-]+(?:/[\w.-]+)+/?$|^[\w-]+\.(?:cs|py|sh|resx|json|md|props|txt|sln)$")
NAME = re.compile(r"^[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*)*$")


def main():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    paths = set(files) | {"/".join(file.split("/")[:depth]) for file in files for depth in range(1, file.count("/") + 1)}
    words = {path.rsplit("/", 1)[-1].split(".")[0] for path in files}
    for file in files:
        if file.endswith((".cs", ".razor", ".csproj", ".resx")):
            words.update(re.findall(r"[A-Za-z_]\w*", (ROOT / file).read_text(encoding="utf-8-sig")))
    missing = []
    for page in PAGES:
        text = re.sub(r"<details>.*?</details>", "", (ROOT / page).read_text(), flags=re.DOTALL)
        for name in sorted(set(re.findall(r"`([^`\n]+)`", text)) - KNOWN):
            if re.search(r"\b(?:NAME|PART|REASON)\b", name):
                continue
            if FILE.match(name):
                # A path is told from the part or the project on: Ledger/PostRows.cs, Rendering/SlackRenderer.
                tail = name.rstrip("/")
                tails = (tail, tail + ".cs", re.sub(r"\.[A-Z]\w*$", ".cs", tail))
                found = any(path == tail or path.endswith(("/" + tail, "." + tail)) for path in paths for tail in tails)
            elif NAME.match(name):
                found = any(path.endswith("/" + name) for path in paths) or all(word in words for word in name.split("."))
            else:
                continue
            if not found:
                missing.append(f"{page}: {name}")
    print("\n".join(missing) or "Every name is there.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
