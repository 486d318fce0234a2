import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { aroundSandbox, type Json, program, rxnl, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl link, address, route", () => {
  const kernel = aroundSandbox();
  const { inNamespace, inside, json } = kernel;

  it("adds, gets, lists, changes and deletes links", () => {
    const vxlan = [
      "ifname=vx1",
      "linkinfo.kind=vxlan",
      "linkinfo.data.vxlan.id=42",
      "linkinfo.data.vxlan.port=4789",
    ];
    expect(inNamespace("link", "add", ...vxlan)).toEqual(
      expect.objectContaining({ status: 0, stdout: "", stderr: "" }),
    );
    expect(inNamespace("link", "get", "ifname=vx1", "--json").stdout).toContain('"id":42');
    expect(json("link", "list", "linkinfo.kind=vxlan")).toMatchObject([
      { ifname: "vx1", linkinfo: { kind: "vxlan" } },
    ]);
    expect(inNamespace("link", "change", "ifname=vx1", "flags=up", "mtu=1300").status).toBe(0);
    expect(kernel.sandbox.json<Json[]>("ip -j link show vx1")[0]).toMatchObject({ mtu: 1300 });
    expect(inNamespace("link", "list").stdout).toMatch(
      /^1: lo .*mtu 65536.*\n\d+: vx1 vxlan <.*up.*> mtu 1300/,
    );
    expect(inNamespace("link", "delete", "ifname=vx1").status).toBe(0);
    expect(json("link", "list").map(({ ifname }) => ifname)).toEqual(["lo"]);
  });

  it("prints the form of toJson(): bits as names, 64-bit integers as text", () => {
    expect(json("link", "list")[0]).toMatchObject({
      flags: expect.arrayContaining(["up", "loopback"]),
      stats64: { rxPackets: expect.stringMatching(/^\d+$/) },
    });
  });

  it("accepts that form for a member, for an object, and from standard input", () => {
    const linkinfo = 'linkinfo={"data":{"veth":{"peer":{"ifname":"j1"}}}}';
    expect(inNamespace("link", "add", "ifname=j0", linkinfo).status).toBe(0);
    expect(inNamespace("link", "change", '{"ifname":"j0","flags":["up"]}', "mtu=1300").status).toBe(0);
    const input = JSON.stringify({ ifname: "j1", flags: ["up"] });
    const args = [inside()[1], process.execPath, program, "link", "change", "-"];
    const piped = spawnSync("nsenter", args, { encoding: "utf8", input });
    expect(piped).toMatchObject({ status: 0, stderr: "" });
    expect(json("link", "get", "ifname=j0")).toMatchObject({
      mtu: 1300,
      flags: expect.arrayContaining(["running"]),
    });
    expect(inNamespace("link", "delete", "ifname=j0").status).toBe(0);
  });

  it("adds, lists and deletes addresses and routes", () => {
    expect(inNamespace("address", "add", "index=lo", "local=192.0.2.1/24").status).toBe(0);
    expect(json("address", "list", "local=192.0.2.1")).toMatchObject([{ prefixlen: 24, index: 1 }]);
    expect(inNamespace("route", "add", "dst=198.51.100.0/24", "type=blackhole").status).toBe(0);
    expect(json("route", "list", "type=blackhole")).toMatchObject([{ dst: "198.51.100.0", dstLen: 24 }]);
    expect(inNamespace("route", "get", "dst=192.0.2.1", "--json").stdout).toContain('"type":"local"');
    expect(inNamespace("route", "delete", "dst=198.51.100.0", "dstLen=24").status).toBe(0);
    const ways = ["multipath[0].ifindex=1", "multipath[0].gateway=192.0.2.7", "multipath[1].ifindex=1"];
    expect(
      inNamespace("route", "add", "dst=203.0.113.0", "dstLen=24", ...ways, "multipath[1].gateway=192.0.2.8")
        .status,
    ).toBe(0);
    expect(inNamespace("address", "delete", "index=lo", "local=192.0.2.1/24").status).toBe(0);
  });

  it("ends with status 1 if the kernel refuses, and prints the reason and the member", () => {
    const tooLarge = inNamespace("link", "add", "ifname=vx1", "linkinfo.data.vxlan.id=16777216");
    expect(tooLarge.status).toBe(1);
    expect(tooLarge.stderr).toContain(
      "ERANGE at linkinfo.data.vxlan.id: VXLAN ID must be lower than 16777216",
    );
    expect(inNamespace("link", "get", "ifname=nobody")).toMatchObject({
      status: 1,
      stderr: "rxnl: get link ifname=nobody: ENODEV (no such device)\n",
    });
  });

  it("finds a namespace by path and by process id, and reports one that does not exist", async () => {
    const byPath = rxnl(["link", "list", "--json", "--netns", kernel.sandbox.namespace.path]);
    expect((JSON.parse(byPath.stdout) as Json[]).map(({ ifname }) => ifname)).toEqual(["lo"]);
    const holder = spawn("nsenter", [inside()[1], "cat"], { stdio: ["pipe", "pipe", "ignore"] });
    holder.stdin!.write("ready\n");
    await once(holder.stdout!, "data");
    const byPid = rxnl(["--netns", String(holder.pid), "link", "list", "--json"]);
    holder.stdin!.end();
    expect(byPid.stdout).toBe(byPath.stdout);
    const none = rxnl(["link", "list", "--netns", "no-such-namespace"]);
    expect(none).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no network namespace no-such-namespace"),
    });
  });
});
