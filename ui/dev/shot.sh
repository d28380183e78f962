#!/usr/bin/env bash
# A picture of a page over the made-up front desk: dev/shot.sh OUT.png PATH [WIDTH HEIGHT]; wants `vite --config dev/vite.config.ts`.
set -euo pipefail
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
  --virtual-time-budget=6000 --window-size="${3:-1366},${4:-768}" --screenshot="$1" "http://127.0.0.1:1421/$2" >/dev/null 2>&1
