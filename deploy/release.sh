#!/usr/bin/env bash
# Makes a release from what stands here: archives that need no runtime, an SBOM, checksums. deploy/release.sh FOLDER [RUNTIME…]
# The version stands in Directory.Build.props, and CHANGELOG.md must have a section for it (RELEASE_DRAFT=1: not yet).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=$(realpath -m "${1:?where to}")
shift
runtimes=("$@")
[ ${#runtimes[@]} -gt 0 ] || runtimes=(linux-x64 linux-arm64 win-x64)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
[ -n "${RELEASE_DRAFT:-}" ] || grep -q "^## $version" CHANGELOG.md || { echo "CHANGELOG.md has no section $version."; exit 1; }
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for runtime in "${runtimes[@]}"; do
  name=briefing-bot-$version-$runtime
  deploy/publish.sh "$runtime" "$work/$name" --self-contained
  cp deploy/briefing-bot.service "$work/$name/"
  cp "$work/$name/Bot.deps.json" "$work/$runtime.deps.json"
  case $runtime in
    win-*) (cd "$work" && python3 -m zipfile -c "$out/$name.zip" "$name") ;;
    # The same input makes the same archive.
    *) tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime='2026-01-01 UTC' -czf "$out/$name.tar.gz" "$name" ;;
  esac
  rm -rf "${work:?}/$name"
done

deploy/sbom.py "$version" "$work"/*.deps.json >"$out/briefing-bot-$version.cdx.json"
(cd "$out" && rm -f SHA256SUMS && sha256sum ./* >"$work/sums" && sed 's: \./: :' "$work/sums" >SHA256SUMS)
cat "$out/SHA256SUMS"
