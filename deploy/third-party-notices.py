#!/usr/bin/env python3
"""Writes THIRD-PARTY-NOTICES.md: what the bot ships besides its own code, from the lock file of the host and the packages that a
restore put on this machine.   deploy/third-party-notices.py           writes it
                               deploy/third-party-notices.py --check   fails when it is not what would be written"""
import json
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD-PARTY-NOTICES.md"
PACKAGES = pathlib.Path(os.environ.get("NUGET_PACKAGES") or pathlib.Path.home() / ".nuget" / "packages")
# Licences that packages give as an address only.
KNOWN = {
    "http://go.microsoft.com/fwlink/?LinkId=329770": "MICROSOFT .NET LIBRARY",
    "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT": "MIT",
    "http://www.apache.org/licenses/LICENSE-2.0": "Apache-2.0",
    "https://www.apache.org/licenses/LICENSE-2.0": "Apache-2.0",
}
# What tells a licence that packages give as a file only.
PHRASES = {
    "Permission is hereby granted, free of charge": "MIT",
    "Apache License": "Apache-2.0",
    "Lesser General Public License": "LGPL-3.0",
    "Redistribution and use in source and binary forms": "BSD",
}


def build_only():
    """Packages that only the build uses: the label in Directory.Packages.props says so."""
    groups = xml.parse(ROOT / "Directory.Packages.props").getroot().iter("ItemGroup")
    return {item.get("Include").lower() for group in groups if group.get("Label") == "Build" for item in group}


def shipped():
    """(name, version) of everything that the host's lock file resolves, in the order of names."""
    lock = json.loads((ROOT / "src/Bot/packages.lock.json").read_text())
    found = {
        (name, entry["resolved"])
        for framework in lock["dependencies"].values()
        for name, entry in framework.items()
        if entry["type"] != "Project" and name.lower() not in build_only()
    }
    return sorted(found, key=lambda package: package[0].lower())


def facts(name, version):
    folder = PACKAGES / name.lower() / version.lower()
    nuspec = next(folder.glob("*.nuspec"), None)
    if nuspec is None:
        sys.exit(f"{name} {version} is not in {PACKAGES}: run dotnet restore Bot.sln first.")
    metadata = next(element for element in xml.parse(nuspec).getroot() if element.tag.endswith("metadata"))
    of = {element.tag.split("}")[-1]: element for element in metadata}
    text = lambda key: " ".join((of[key].text or "").split()) if key in of else ""
    licence, address = text("license"), text("licenseUrl")
    if "license" in of and of["license"].get("type") == "file":
        words = " ".join((folder / licence.replace("\\", "/")).read_text(errors="replace").split())
        licence = next((called for phrase, called in PHRASES.items() if phrase.lower() in words.lower()), licence)
    elif not licence:
        licence = KNOWN.get(address, address)
    return licence or "see the project", text("copyright") or text("authors"), text("projectUrl") or (of["repository"].get("url") if "repository" in of else "")


def cell(text):
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def document():
    lines = [
        "# Third-party notices",
        "",
        "The bot is shipped with these packages. Written by `deploy/third-party-notices.py` from the lock file; the licence texts are in the packages",
        "and at the projects' addresses.",
        "",
        "| package | version | licence | copyright | project |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, version in shipped():
        licence, owner, project = facts(name, version)
        lines.append(f"| {name} | {version} | {cell(licence)} | {cell(owner)} | {f'<{project}>' if project else ''} |")
    return "\n".join(lines) + "\n"


def main():
    wanted = document()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(wanted)
    elif not TARGET.exists() or TARGET.read_text() != wanted:
        sys.exit("THIRD-PARTY-NOTICES.md is stale: run deploy/third-party-notices.py and commit it.")


if __name__ == "__main__":
    main()
