#!/usr/bin/env bash
# Compares this project with other netlink libraries, if their programs are checked out next to it (../shared/peers).
# Settings pass through, such as WORKLOADS="dump rtt startup" PEERS="floor libmnl" ROUNDS=3; needs root.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
peers=$root/../shared/peers/run.sh
if [ ! -x "$peers" ]; then
  echo "bench: ../shared/peers does not exist; nothing to compare with" >&2
  exit 1
fi
export WORKLOADS=${WORKLOADS:-dump rtt startup} PEERS=${PEERS:-floor}
export EXTRA_NAME=rxnetlink EXTRA_CMD="node $root/bench/rxnetlink.mjs"
exec "$peers"
