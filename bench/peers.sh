#!/usr/bin/env bash
# `npm run bench`: compares this project with other netlink libraries, if their programs are checked out next to it
# (../shared/peers, or PEERS_DIR), and writes bench/peers.md. Needs root, and about half an hour. Settings pass through, such
# as WORKLOADS="dump rtt" PEERS="floor libmnl" ROUNDS=1; those that select leave bench/peers.md as it is.
set -eu -o pipefail
here=$(cd "$(dirname "$0")" && pwd)
peers=${PEERS_DIR:-$here/../../shared/peers}/run.sh
if [ ! -x "$peers" ]; then
  echo "bench: $peers does not exist; nothing to compare with" >&2
  exit 1
fi
program=$(node "$here/run/installed.mjs")
EXTRA_NAME=rxnetlink EXTRA_CMD="node $program" "$peers" | tee "$here/build/peers.md"
[ -z "${WORKLOADS-}${PEERS-}${ROUTES-}" ] || exit 0
node "$here/page/peers.mjs" "$here/build/peers.md"
npx biome format --write "$here/peers.md"
