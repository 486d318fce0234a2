import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, type Json, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl --members", () => {
  const kernel = aroundSandbox();
  const { inNamespace, inside } = kernel;
  const following = aroundFollowing(inside);
  const printed = (...args: string[]) => JSON.parse(inNamespace(...args, "--json").stdout) as unknown;
  const lines = (text: readonly string[]) => text.map((line) => JSON.parse(line) as Json);

  it("limits what is listed and got", () => {
    expect(inNamespace("link", "list", "--members", "mtu,ifname").stdout).toBe("mtu    ifname\n65536  lo\n");
    expect(inNamespace("link", "get", "ifname=lo", "--members", "ifname,mtu").stdout).toBe(
      "ifname  lo\nmtu     65536\n",
    );
    expect(printed("link", "list", "--members", "ifname, mtu")).toEqual([{ ifname: "lo", mtu: 65536 }]);
    expect(printed("link", "get", "ifname=lo", "--members", "linkinfo,index")).toEqual({ index: 1 });
    expect(printed("link", "list", "mtu=65536", "--members", "index")).toEqual([{ index: 1 }]);
  });

  it("limits what is watched, to objects that have such a member", async () => {
    expect(inNamespace("watch", "--members", "ifname").stdout).toBe("Links (1)\n  ifname=lo\n");
    const once = lines(inNamespace("watch", "--members", "ifname,scope", "--json").stdout.trim().split("\n"));
    expect(once.slice(0, 2)).toEqual([
      { type: "added", object: "link", current: { ifname: "lo" }, inferred: true },
      { type: "added", object: "address", current: { scope: "host" }, inferred: true },
    ]);
    const followed = lines(inNamespace("watch", "--members", "mtu", "--json").stdout.trim().split("\n"));
    expect(followed.map(({ object }) => object)).toEqual(["link", undefined]);
  });

  it("limits what is reported", async () => {
    const { line, interrupted } = await following("monitor", "--members", "ifname,local");
    kernel.sandbox.run("ip route add blackhole 198.51.100.0/24; ip address add 192.0.2.1/32 dev lo");
    expect(await line()).toBe("+ address local=192.0.2.1");
    kernel.sandbox.run("ip link add m0 type ifb");
    expect(await line()).toBe("+ link    ifname=m0");
    expect(await interrupted()).toBe(130);
  });

  it.each([
    ["ifnam", 'no member "ifnam" (did you mean ifname?)'],
    ["linkinfo.kind", 'no member "linkinfo.kind" (only whole ones: linkinfo)'],
    ["ifname,", 'no member "" (members: family, type'],
  ])("refuses %s", (names, message) => {
    const { status, stderr } = inNamespace("link", "list", "--members", names);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
