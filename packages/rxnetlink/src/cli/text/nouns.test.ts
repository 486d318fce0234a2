import { expect, it } from "vitest";
import { nounsOf } from "#src/cli/text/nouns.js";

it.each([
  ["link", "link", "links"],
  ["address", "address", "addresses"],
  ["neighbourTable", "neighbour table", "neighbour tables"],
  ["mptcp.endpoint", "endpoint", "endpoints"],
  ["prefix", "prefix", "prefixes"],
  ["tcp-metrics.entry", "entry", "entries"],
  ["stats", "stats", "stats"],
])("%s is called %s and %s", (path, ...nouns) => expect(nounsOf(path)).toEqual(nouns));
