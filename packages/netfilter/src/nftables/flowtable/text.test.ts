import { expect, test } from "vitest";
import { flowtableFlags } from "#src/nftables/flowtable/layout.js";
import { flowtableLines } from "#src/nftables/flowtable/text.js";

const flowtable = { family: "inet", version: 0, resId: 0, table: "t", name: "f" } as const;

// As print functions of nft 1.0.6 have it: not every kernel has flowtables to compare with.
test("a flowtable has its hook, its devices in order, and its flags", () => {
  const hook = { num: "ingress", priority: 5, devs: { name: ["b", "a"] } } as const;
  const flags = flowtableFlags.of("counter", "hwOffload");
  expect(
    flowtableLines({ ...flowtable, hook: { ...hook, devs: { name: [...hook.devs.name] } }, flags }),
  ).toEqual([...["hook ingress priority filter + 5", "devices = { a, b }", "flags offload", "counter"]]);
  expect(flowtableLines({ ...flowtable, hook: { num: "ingress", priority: -100 } })).toEqual([
    "hook ingress priority -100",
  ]);
});
