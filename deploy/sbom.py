#!/usr/bin/env python3
"""Prints the CycloneDX bill of materials of a release: of what is in its folders, the .NET runtime included.

deploy/sbom.py VERSION FOLDER/Bot.deps.json…
"""
import base64
import json
import pathlib
import sys
import uuid

RUNTIME = "runtimepack."


def purl(name, version):
    return f"pkg:nuget/{name}@{version}"


def packages(path):
    """(name, version) of each package of a published folder: its hash, which NuGet has of the whole package, and what it needs."""
    manifest = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    target = manifest["targets"][manifest["runtimeTarget"]["name"]]
    for key, library in manifest["libraries"].items():
        if library["type"] in ("package", "runtimepack"):
            name, version = key.removeprefix(RUNTIME).split("/")
            needed = target.get(key, {}).get("dependencies", {}).items()
            yield (name, version), library.get("sha512", ""), {(other, at) for other, at in needed}


def component(package, sha512):
    bare = {"type": "library", "bom-ref": purl(*package), "name": package[0], "version": package[1], "purl": purl(*package)}
    if not sha512:
        return bare
    digest = base64.b64decode(sha512.removeprefix("sha512-")).hex()
    return bare | {"hashes": [{"alg": "SHA-512", "content": digest}]}


def main(version, manifests):
    hashes, needs = {}, {}
    for path in manifests:
        for package, sha512, needed in packages(path):
            hashes[package] = sha512
            needs.setdefault(package, set()).update(needed)
    found = sorted(hashes, key=lambda package: (package[0].lower(), package[1]))
    bot = f"pkg:generic/briefing-bot@{version}"
    dependencies = [{"ref": bot, "dependsOn": [purl(*package) for package in found]}] + [
        {"ref": purl(*package), "dependsOn": sorted(purl(*other) for other in needs[package] if other in hashes)} for package in found
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
                "components": [component(package, hashes[package]) for package in found],
                "dependencies": dependencies,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
