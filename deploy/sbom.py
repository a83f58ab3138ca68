#!/usr/bin/env python3
"""Prints the CycloneDX bill of materials of a release, made from the lock file that it is restored with: deploy/sbom.py VERSION"""
import json
import pathlib
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOCK = ROOT / "src" / "Bot" / "packages.publish.lock.json"


def purl(name, version):
    return f"pkg:nuget/{name}@{version}"


def packages():
    """Every package of every framework and runtime in the lock file, once."""
    found = {}
    for entries in json.loads(LOCK.read_text(encoding="utf-8"))["dependencies"].values():
        for name, entry in entries.items():
            if entry["type"] != "Project":
                found.setdefault((name, entry["resolved"]), set()).update(entry.get("dependencies", {}))
    return found


def main(version):
    found = packages()
    versions = {name.lower(): purl(name, resolved) for name, resolved in found}
    bot = f"pkg:generic/briefing-bot@{version}"
    components = [
        {"type": "library", "bom-ref": purl(*package), "name": package[0], "version": package[1], "purl": purl(*package)}
        for package in sorted(found, key=lambda package: (package[0].lower(), package[1]))
    ]
    dependencies = [{"ref": bot, "dependsOn": [component["bom-ref"] for component in components]}] + [
        {"ref": purl(*package), "dependsOn": sorted(versions[name.lower()] for name in names if name.lower() in versions)}
        for package, names in sorted(found.items())
    ]
    print(
        json.dumps(
            {
                "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
                "bomFormat": "CycloneDX",
                "specVersion": "1.6",
                # Of the content, so that the same release has the same bill.
                "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, bot + json.dumps(dependencies))),
                "version": 1,
                "metadata": {"component": {"type": "application", "bom-ref": bot, "name": "briefing-bot", "version": version}},
                "components": components,
                "dependencies": dependencies,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
