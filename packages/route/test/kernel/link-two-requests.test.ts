import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { whyNoNamespace } from "../support/skip.js";

const why = whyNoNamespace("links that need two requests");

describe.skipIf(why !== undefined)("a link that is added", { timeout: PATIENCE }, () => {
  const netns = useNamespace("ip link add br0 type bridge; ip link set br0 up");
  const ifb = (ifname: string) => ({ ifname, linkinfo: { kind: "ifb" as const } });

  it("has settings that the kernel accepts only for existing links", async () => {
    const addrGenMode = "none" as const;
    const afSpec = { unspec: { inet6: { addrGenMode } } };
    await done(netns.nl.link.add$({ ...ifb("a0"), ifalias: "hello", afSpec }));
    const link = await netns.link("a0");
    expect(link).toMatchObject({ ifalias: "hello", afSpec: { unspec: { inet6: { addrGenMode } } } });
  });

  it("has its settings as a port", async () => {
    const { index: master } = await netns.link("br0");
    const slaveData = { bridge: { isolated: 1, learning: 0 } };
    await done(netns.nl.link.add$({ ...ifb("b0"), master, linkinfo: { kind: "ifb", slaveData } }));
    expect((await netns.link("b0")).linkinfo?.slaveData).toMatchObject(slaveData);
  });

  it("is removed again if the second request is refused", async () => {
    await expect(done(netns.nl.link.add$({ ...ifb("c0"), carrier: 0 }))).rejects.toMatchObject({
      code: "EOPNOTSUPP",
    });
    await expect(netns.link("c0")).rejects.toMatchObject({ code: "ENODEV" });
  });

  it("is replaced with all settings too", async () => {
    await done(netns.nl.link.replace$({ ...ifb("d0"), ifalias: "one" }));
    await done(netns.nl.link.replace$({ ...ifb("d0"), ifalias: "two" }));
    expect((await netns.link("d0")).ifalias).toBe("two");
  });

  it("is refused in a batch if it needs a second request", async () => {
    const outcomes = await all(netns.nl.link.batch$("add", [{ ...ifb("e0"), ifalias: "x" }, ifb("e1")]));
    expect(outcomes).toMatchObject([{ type: "rejected", error: { path: "ifalias" } }, { type: "applied" }]);
    expect(outcomes[0]!.error).toBeInstanceOf(EncodeError);
  });
});

describe.skipIf(why !== undefined)("a link that is changed", { timeout: PATIENCE }, () => {
  const netns = useNamespace("ip link add v0 type veth peer name v1; ip link set v0 up");

  it("accepts a listed link with a changed member", async () => {
    const link = await netns.link("v0");
    await done(netns.nl.link.change$({ ...link, mtu: 1400 }));
    expect(await netns.link("v0")).toMatchObject({ mtu: 1400, flags: link.flags });
  });

  it("refuses members that are fixed or read-only", async () => {
    const refused = (link: object) =>
      done(netns.nl.link.change$({ ifname: "v0", ...link })).catch((it) => it);
    expect(await refused({ numTxQueues: 99 })).toMatchObject({ path: "numTxQueues" });
    expect(await refused({ promiscuity: 1 })).toMatchObject({ path: "promiscuity" });
    expect(await refused({ operstate: "down" })).toMatchObject({ path: "operstate" });
  });
});
