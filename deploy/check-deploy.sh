#!/usr/bin/env bash
# Judges what the bot is deployed with, as far as this machine can: scripts always, the rest by the tools that are there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for script in *.sh; do bash -n "$script"; done
# The version stands in one place.
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' ../Directory.Build.props)
if grep -rl --include='*.csproj' --include='*.props' '<\(Assembly\|File\|Informational\)\?Version>' .. | grep -v '^../Directory.Build.props$'; then
  echo "These files have a version of their own; it stands in Directory.Build.props."
  exit 1
fi
skipped=()
if command -v kubectl >/dev/null; then
  rendered=$(kubectl kustomize kubernetes)
  # Whatever selects, selects the bot.
  for kind in Deployment Service PodDisruptionBudget NetworkPolicy ServiceMonitor; do
    awk -v kind="$kind" 'BEGIN { RS = "---\n" } $0 ~ "(^|\n)kind: " kind "\n"' <<<"$rendered" | grep -q 'app.kubernetes.io/name: briefing-bot' ||
      { echo "kubernetes: no $kind of the bot"; exit 1; }
  done
else
  skipped+=(kubernetes)
fi
if docker compose version >/dev/null 2>&1; then
  docker compose -f compose.yaml config --quiet
  docker compose -f compose.yaml -f compose.shared.yaml config --quiet
else
  skipped+=(compose)
fi
[ ${#skipped[@]} -eq 0 ] || echo "Not checked, for want of its tool: ${skipped[*]}."
# The image's steps without an engine: what is published for it starts and answers its own health check.
[ -n "${BOT_PUBLISHED:-}" ] || exit 0
case $("$BOT_PUBLISHED/Bot" --version) in
  "$version" | "$version"+*) ;;
  *) echo "Bot --version does not say $version."; exit 1 ;;
esac
# The bill of materials: what is published, nothing else, nothing twice, in the versions that were tested.
./sbom.py "$version" "$BOT_PUBLISHED/Bot.deps.json" | python3 -c '
import json, pathlib, sys
bill = json.load(sys.stdin)
references = [component["bom-ref"] for component in bill["components"]]
assert len(references) == len(set(references)), "a package twice"
named = {reference for entry in bill["dependencies"] for reference in entry["dependsOn"]}
assert named == set(references), f"not the same packages: {named ^ set(references)}"
assert all(component["hashes"] for component in bill["components"]), "a package without a hash"
locked = {
    (name, entry["resolved"])
    for entries in json.loads(pathlib.Path(sys.argv[1]).read_text())["dependencies"].values()
    for name, entry in entries.items()
    if entry["type"] != "Project"
}
packages = {(component["name"], component["version"]) for component in bill["components"]}
assert packages <= locked, f"not as it was locked: {packages - locked}"
assert len(packages) > 20 and not any("analyzer" in name.lower() for name, _ in packages), "not what is published"
' ../src/Bot/packages.publish.lock.json
work=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export ASPNETCORE_URLS="http://+:$port" DOTNET_EnableDiagnostics=0
cd "$work"
if "$BOT_PUBLISHED/Bot" serve >out 2>&1; then echo "It listens on every address without Web:Auth."; exit 1; fi
grep -q 'Web:Url' out
export Web__Auth__Tokens__0=$(openssl rand -hex 32)
"$BOT_PUBLISHED/Bot" serve >out 2>&1 &
bot=$!
trap 'kill $bot 2>/dev/null || true; wait $bot 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  if "$BOT_PUBLISHED/Bot" health >/dev/null 2>&1; then echo "The image's steps lead to a bot that is well."; exit 0; fi
  kill -0 $bot || { cat out; exit 1; }
  sleep 0.5
done
cat out
exit 1
