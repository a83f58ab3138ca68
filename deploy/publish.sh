#!/usr/bin/env bash
# Publishes the bot for one kind of machine, locked as it was tested: deploy/publish.sh linux-arm64 FOLDER [--self-contained]
# The container image and the archives of a release are made with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runtime=${1:?which runtime: linux-x64, linux-arm64 or win-x64}
folder=${2:?where to}
self_contained=false
[ "${3:-}" != --self-contained ] || self_contained=true
dotnet publish src/Bot -c Release -v quiet -o "$folder" \
  -p:ReleaseRuntime="$runtime" -p:ReleaseSelfContained="$self_contained" -p:RestoreLockedMode=true
# Documentation of the code and symbols are of no use to who runs it.
rm -f "$folder"/Bot*.xml "$folder"/*.pdb
cp appsettings.example.json appsettings.schema.json CHANGELOG.md README.md README.ja.md THIRD-PARTY-NOTICES.md "$folder/"
