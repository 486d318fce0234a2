// Selectors of rules that are newer than iproute2 6.1.

import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { refusal, useFreshKernel } from "../support/kernel.js";
import { olderThan, skipFor } from "../support/skip.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`newer selectors of rules skipped: ${why}`);

describe.skipIf(why !== undefined)("a rule", () => {
  const on = useFreshKernel();

  it.for([
    ["dscp", "6.12", { dscp: 46 }],
    ["dscp of IPv6", "6.12", { family: "inet6", dscp: 46 }],
    ["dscpMask", "6.15", { dscp: 0x20, dscpMask: 0x30 }],
    ["flowlabel", "6.14", { family: "inet6", flowlabel: 0x1_2345, flowlabelMask: 0xf_ffff }],
    ["sportMask", "6.15", { sportRange: { start: 0x1000, end: 0x1000 }, sportMask: 0xff00 }],
    ["dportMask", "6.15", { dportRange: { start: 0x1000, end: 0x1000 }, dportMask: 0xff00 }],
  ] as const)("selects by %s, since %s", async ([title, since, selector], context) => {
    if (olderThan(since)) skipFor(context, `${title} came with kernel ${since}, before it is ignored`);
    const { rule } = on.kernel.nl;
    const wanted = { family: "inet" as const, ...selector, priority: 300, table: 77 };
    await done(rule.add$(wanted));
    expect(await all(rule.list$({ family: wanted.family, priority: 300 }))).toMatchObject([wanted]);
    expect(await refusal(rule.add$(wanted))).toBe("EEXIST");
    await done(rule.flush$({ family: wanted.family, priority: 300 }));
    expect(await all(rule.list$({ family: wanted.family, priority: 300 }))).toEqual([]);
  });

  it("that does not exist is an error", async () => {
    expect(await refusal(on.kernel.nl.rule.get$({ family: "inet", priority: 4711 }))).toBe("ENOENT");
  });

  it("of multicast routing has its own family", async ({ skip }) => {
    const { rule } = on.kernel.nl;
    const wanted = { family: "ipmr", priority: 300, iifname: "v0", table: 9 } as const;
    const refused = await refusal(rule.add$(wanted));
    if (refused !== undefined) return skip(`needs CONFIG_IP_MROUTE_MULTIPLE_TABLES: ${refused}`);
    expect(await all(rule.list$({ family: "ipmr", priority: 300 }))).toMatchObject([wanted]);
    await done(rule.delete$({ family: "ipmr", priority: 300 }));
  });
});
