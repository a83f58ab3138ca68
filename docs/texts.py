#!/usr/bin/env python3
"""What the bot says that is worded otherwise than in an earlier revision, as a table in Markdown.   docs/texts.py REVISION > docs/texts.md

Read are all resource files (NAME.resx in English, NAME.ja.resx in Japanese) of both revisions. A text is known by its file's name and its key; what is
new, and what is gone, is counted and not listed.
"""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def read(names, content):
    """Texts as {(file, key): {"ja": text, "en": text}}."""
    texts = {}
    for name in sorted(names):
        if name.startswith("src/") and name.endswith(".resx"):
            file, language = pathlib.Path(name).name.removesuffix(".resx").removesuffix(".ja"), "ja" if name.endswith(".ja.resx") else "en"
            for data in xml.fromstring(content(name)).iter("data"):
                texts.setdefault((file, data.get("name")), {})[language] = data.findtext("value") or ""
    return texts


def cell(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", "<br>")


def main(revision):
    old = read(git("ls-tree", "-r", "--name-only", revision).splitlines(), lambda name: git("show", f"{revision}:{name}"))
    new = read(git("ls-files").splitlines(), lambda name: (ROOT / name).read_text(encoding="utf-8-sig"))
    both = [key for key in sorted(new) if key in old]
    changed = [(key, language) for key in both for language in ("ja", "en") if old[key].get(language) != new[key].get(language)]
    print(f"# Texts since {git('rev-parse', '--short', revision).strip()}\n")
    print(f"Made by `docs/texts.py` from the resource files: {len(changed)} texts are worded otherwise (below), {len(new.keys() - old.keys())} are new and")
    print(f"{len(old.keys() - new.keys())} are gone.\n")
    print("| text | | before | now |\n| :-- | :-- | :-- | :-- |")
    for key, language in changed:
        print(f"| `{key[0]}` `{key[1]}` | {language} | {cell(old[key].get(language, ''))} | {cell(new[key].get(language, ''))} |")


if __name__ == "__main__":
    sys.exit(__doc__ if len(sys.argv) != 2 else main(sys.argv[1]))
