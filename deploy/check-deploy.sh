#!/usr/bin/env bash
# Judges what the bot is deployed with, as far as this machine can: scripts always, the rest by the tools that are there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for script in *.sh; do bash -n "$script"; done
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
