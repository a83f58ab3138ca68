#!/usr/bin/env bash
# Lets systemd judge the unit file: that it understands every line, and that it leaves little open.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed: the unit file was not checked."; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The program that it names is not installed on the machine that checks.
sed "s|^ExecStart=[^ ]*|ExecStart=$(command -v true)|" deploy/briefing-bot.service >"$work/briefing-bot.service"
# What it finds in units of the machine is not ours.
systemd-analyze verify --recursive-errors=no --man=no "$work/briefing-bot.service" 2>&1 | tee "$work/found"
if grep -q 'briefing-bot' "$work/found"; then exit 1; fi
# 0.0 is shut, 10.0 open; most services are above 9. In tenths.
systemd-analyze security --offline=true --threshold=25 "$work/briefing-bot.service" >"$work/security" || { tail -n 40 "$work/security"; exit 1; }
tail -n 1 "$work/security"
