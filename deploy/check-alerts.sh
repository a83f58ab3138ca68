#!/usr/bin/env bash
# Lets Prometheus judge the alert rules: that it understands them, and that each rings when it should and stays silent otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/observability"
command -v promtool >/dev/null || { echo "promtool is not installed: the alert rules were not checked."; exit 0; }
promtool check rules alerts.yaml
promtool test rules alerts.test.yaml
