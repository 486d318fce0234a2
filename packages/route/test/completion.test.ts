// Completions in an editor, from the published declaration files: kinds and the like are strings whose known words are
// offered, while others still compile.

import { fileURLToPath } from "node:url";
import { editorOf } from "@rxnetlink/testing/gates";
import { describe, expect, it } from "vitest";

/** File that exists only in memory, in this package's folder, so that it resolves like a user's file. */
const FILE = fileURLToPath(new URL("../../completion.ts", import.meta.url));

/** Program texts with a cursor `‸`, and words offered there. */
const PLACES: readonly [place: string, words: readonly string[]][] = [
  ['nl.link.add$({ linkinfo: { kind: "‸" } })', ["bridge", "vxlan", "wireguard"]],
  ['nl.link.list$({ linkinfo: { kind: "‸" } })', ["bridge", "vxlan", "wireguard"]],
  ['nl.link.list$({ linkinfo: { slaveKind: "‸" } })', ["bond", "bridge", "team"]],
  ['nl.link.watch$({ qdisc: "‸" })', ["noqueue", "fq_codel"]],
  ['nl.link.batch$("add", [{ linkinfo: { kind: "‸" } }])', ["bridge", "vxlan"]],
  ['nl.link.list$({ parentDevBusName: "‸" })', ["pci", "usb"]],
  ['nl.link.add$({ linkinfo: { data: { batadv: { algoName: "‸" } } } })', ["BATMAN_IV", "BATMAN_V"]],
  ['nl.qdisc.add$({ kind: "‸" })', ["htb", "fq_codel", "clsact"]],
  ['nl.class.list$({ kind: "‸" })', ["htb", "drr"]],
  ['nl.filter.add$({ kind: "‸" })', ["flower", "u32", "matchall"]],
  ['nl.filter.add$({ options: { matchall: { act: [{ kind: "‸" }] } } })', ["gact", "mirred"]],
  ['nl.chain.add$({ kind: "‸" })', ["flower"]],
  ['nl.action.list$({ kind: "‸" })', ["gact", "mirred"]],
  ['nl.action.flushAll$({ kind: "‸" })', ["gact", "mirred"]],
  ['nl.route.add$({ encapType: "‸" })', ["mpls", "seg6"]],
  ['nl.nexthop.add$({ encapType: "‸" })', ["mpls", "seg6"]],
  ['nl.route.add$({ metrics: { ccAlgo: "‸" } })', ["bbr", "cubic", "reno"]],
  ['nl.neighbourTable.list$({ name: "‸" })', ["arp_cache", "ndisc_cache"]],
  ['const action: Action = { options: { ct: { helperName: "‸" } } }', ["ftp", "sip"]],
  ['(error: KernelError) => error.code === "‸"', ["EEXIST", "ENODEV", "EPERM"]],
  ['(error: SystemError) => error.code === "‸"', ["EEXIST", "ENODEV", "EPERM"]],
  ['errnoOf("‸")', ["EEXIST", "ENODEV", "EPERM"]],
  // Enumerations and flags, which are not strings.
  ['nl.link.add$({ linkinfo: { data: { bond: { mode: "‸" } } } })', ["activebackup"]],
  ['nl.route.add$({ type: "‸" })', ["unicast", "blackhole"]],
];

const PROGRAM = `
import { errnoOf, type KernelError, type SystemError } from "@rxnetlink/core";
import type { Rtnetlink } from "@rxnetlink/route";
import type { Action } from "@rxnetlink/route/tc";
declare const nl: Rtnetlink;
nl.link.add$({ linkinfo: { kind: "newer-than-this" } });
${PLACES.map(([place]) => `${place.replace("‸", "")};`).join("\n")}
`;

const service = editorOf(FILE, PROGRAM);

describe("an editor", () => {
  it("accepts a kind that this version does not know", () => {
    const wrong = service
      .getSemanticDiagnostics(FILE)
      .map(({ start }) => PROGRAM.slice(0, start).split("\n").length);
    const unknown = PROGRAM.split("\n").findIndex((line) => line.includes("newer-than-this")) + 1;
    expect(wrong).not.toContain(unknown);
  });

  it.each(PLACES)("completes %s", (place, words) => {
    const line = `\n${place.replace("‸", "")};`;
    const at = PROGRAM.indexOf(line) + 1 + place.indexOf("‸");
    const offered = service.getCompletionsAtPosition(FILE, at, {})?.entries.map(({ name }) => name) ?? [];
    expect(offered).toEqual(expect.arrayContaining([...words]));
  });
});
