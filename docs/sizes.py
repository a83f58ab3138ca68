#!/usr/bin/env python3
"""Prints the size of the C# code at each of the given revisions, as the table of docs/architecture.md.

    docs/sizes.py [REVISION...]      default: HEAD; what is not committed is not counted

Lines are lines of the file, blank ones and comments included. Migrations are left out: a tool writes them. A public type
is a declaration with the word `public`, nested ones included, and a partial type counts once for each of its declarations.
"""
import io
import re
import statistics
import subprocess
import sys
import tarfile

TYPE = re.compile(
    r"^[ \t]*public (?:(?:abstract|sealed|static|partial|readonly|ref|unsafe|new) )*"
    r"(?:class|struct|interface|enum|record(?: struct| class)?|delegate) ?\w", re.MULTILINE)


def sources(revision, folder):
    """The text of each C# file below a folder."""
    tar = subprocess.run(["git", "archive", revision, "--", folder], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".cs") and "/Migrations/" not in member.name:
                yield archive.extractfile(member).read().decode("utf-8-sig")


def row(revision, folder):
    texts = list(sources(revision, folder))
    lines = sorted(len(text.splitlines()) for text in texts)
    p95 = lines[min(len(lines) - 1, int(len(lines) * 0.95))]
    types = sum(len(TYPE.findall(text)) for text in texts)
    return (f"| `{folder}` at {revision} | {len(lines)} | {sum(lines)} | {statistics.median(lines):g} | {p95} | {lines[-1]} "
            f"| {sum(size > 250 for size in lines)} | {types} |")


def main():
    print("| code | files | lines | median | 95 % have at most | longest | above 250 | public types |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for folder in ("src", "tests"):
        for revision in sys.argv[1:] or ["HEAD"]:
            print(row(revision, folder))


if __name__ == "__main__":
    main()
