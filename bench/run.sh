#!/usr/bin/env bash
# Compares this project with the C floor and other netlink libraries, where the peers are checked out beside it.
# Settings pass through, such as WORKLOADS="dump rtt startup" PEERS="floor libmnl" ROUNDS=3; needs root.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
peers=$root/../shared/peers/run.sh
if [ ! -x "$peers" ]; then
  echo "bench: the peers are not here (../shared/peers); nothing is compared" >&2
  exit 1
fi
export WORKLOADS=${WORKLOADS:-dump rtt startup} PEERS=${PEERS:-floor}
export EXTRA_NAME=rxnetlink EXTRA_CMD="node $root/bench/peer.mjs"
exec "$peers"
