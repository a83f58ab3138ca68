#!/usr/bin/env bash
# Breaks the delivery on purpose, one patch at a time in a copy of the tree, and expects the tests that the patch names
# to fail. A patch begins with a line "Tests: METHOD METHOD..." (patterns of the test runner). Without PostgreSQL
# (BOT_TEST_POSTGRES) patches that need it are left out. Usage: tests/break-it.sh [PATCH...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
root=$PWD
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
patches=("$@")
[ ${#patches[@]} -gt 0 ] || patches=(tests/Bot.Faults.Tests/Mutants/*.patch)

build() { (cd "$copy" && dotnet build tests/Bot.Faults.Tests -v quiet -p:RunAnalyzers=false >"$copy/build.log" 2>&1) || { tail -n 20 "$copy/build.log"; return 1; }; }
run() { local filters=(); for test in "$@"; do filters+=(-method "*.$test"); done; "$copy/tests/Bot.Faults.Tests/bin/Debug/net10.0/Bot.Faults.Tests" -noColor "${filters[@]}" >"$copy/test.log" 2>&1; }
tests_of() { sed -n 's/^Tests: //p' "$1"; }

git ls-files -z | tar --null -T - -cf - | tar -xf - -C "$copy"
echo "The tree as it is"
build
all=()
for patch in "${patches[@]}"; do
  if grep -q '^Needs: PostgreSQL' "$patch" && [ -z "${BOT_TEST_POSTGRES:-}" ]; then continue; fi
  read -r -a names <<<"$(tests_of "$patch")"
  all+=("${names[@]}")
done
run "${all[@]}" || { tail -n 40 "$copy/test.log"; echo "The tests fail without any patch: nothing can be shown."; exit 1; }

survived=0
for patch in "${patches[@]}"; do
  name=$(basename "$patch" .patch)
  if grep -q '^Needs: PostgreSQL' "$patch" && [ -z "${BOT_TEST_POSTGRES:-}" ]; then echo "skipped   $name (needs PostgreSQL)"; continue; fi
  (cd "$copy" && patch --quiet -p1 <"$root/$patch")
  build
  read -r -a names <<<"$(tests_of "$patch")"
  if run "${names[@]}"; then
    echo "SURVIVED  $name: ${names[*]}"
    survived=$((survived + 1))
  else
    echo "noticed   $name: $(grep -c '\[FAIL\]' "$copy/test.log" || true) tests fail"
  fi
  (cd "$copy" && patch --quiet -p1 -R <"$root/$patch")
done
[ "$survived" = 0 ]
