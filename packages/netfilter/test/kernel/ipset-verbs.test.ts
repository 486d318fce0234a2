// Verbs of sets, beside `ipset` and the traffic that rules of iptables let through.

import { EncodeError, type Outcome } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { concatMap, type Observable, throwError } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { IpSets } from "#src/ipset/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const ips = { setname: "ips", typename: "hash:ip", data: { timeout: 0, counters: true } } as const;
const other = { ...ips, setname: "other" } as const;
const list = { setname: "list", typename: "list:set", data: { size: 8 } } as const;
const HOST = { ip: "127.0.0.1" };

/** Errors with the error of the first outcome. */
const rejected = concatMap(({ error }: Outcome<unknown>) => throwError(() => error));

const encodeErrorOf = async (change$: Observable<unknown>) => {
  const error = await done(change$).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(EncodeError);
  return error as EncodeError;
};

describeWith(["ipset", "iptables-nft", "bash"], "sets", () => {
  let on: Kernel;
  let ipset: IpSets;
  beforeEach(async () => {
    on = await openKernel();
    ipset = on.nf.ipset;
    await done(ipset.create$(ips));
  });
  afterEach(() => on?.close());

  /** Sends a packet to itself; returns true if the rule did not drop it. */
  const passes = () => {
    const dropped = () => /^ *(\d+) .*DROP/m.exec(on.run("iptables-nft -vxnL INPUT"))?.[1];
    const before = dropped();
    on.run("bash -c 'echo > /dev/udp/127.0.0.1/9'");
    return dropped() === before;
  };
  const names = () => on.run("ipset list -n | sort").trim().split("\n");
  const members = (name: string) =>
    on.run(`ipset list ${name} | sed '1,/^Members/d'`).trim().split("\n").sort();

  it("decide about traffic", async () => {
    on.run("iptables-nft -A INPUT -m set --match-set ips src -j DROP");
    expect(passes()).toBe(true);
    await done(ipset.add$(ips, HOST));
    expect(passes()).toBe(false);
    const [element] = await all(ipset.elements$(ips));
    expect(element).toMatchObject({ ...HOST, packets: 1n });
    await done(ipset.delete$(ips, HOST));
    expect(passes()).toBe(true);
    await done(ipset.replace$(ips, [HOST]));
    expect(passes()).toBe(false);
    await done(ipset.create$(other));
    await done(ipset.swap$({ setname: "ips", setname2: "other" }));
    expect(passes()).toBe(true);
  });

  it("exist or not as the option says", async () => {
    await done(ipset.destroy$({ setname: "none" }, { exist: true }));
    await done(ipset.create$(ips, { exist: true }));
    await done(ipset.add$(ips, { ...HOST, timeout: 100 }));
    await done(ipset.add$(ips, { ...HOST, timeout: 5000 }, { exist: true }));
    expect(members("ips")).toEqual([expect.stringMatching(/^127.0.0.1 timeout (5000|4999|4998)/)]);
    await done(ipset.delete$(ips, HOST));
    await done(ipset.delete$(ips, HOST, { exist: true }));
    expect(await all(ipset.elements$(ips))).toEqual([]);
  });

  it("are renamed, flushed and destroyed", async () => {
    await done(ipset.create$(other));
    await done(ipset.rename$({ setname: "other", setname2: "third" }));
    expect(names()).toEqual(["ips", "third"]);
    await done(ipset.batch$("add", ips, [HOST, { ip: "192.0.2.1" }]));
    await done(ipset.add$({ ...ips, setname: "third" }, HOST));
    await done(ipset.flush$(ips));
    expect([members("ips"), members("third").length]).toEqual([[""], 1]);
    await done(ipset.flushAll$());
    expect(members("third")).toEqual([""]);
    await done(ipset.destroy$({ setname: "third" }));
    expect(names()).toEqual(["ips"]);
    await done(ipset.destroyAll$());
    expect(names()).toEqual([""]);
  });

  it("without a name are not all sets", async () => {
    for (const set of [{}, { setname: undefined }, { setname: "" }, undefined, "ips"]) {
      for (const verb of ["destroy$", "flush$", "get$"] as const)
        expect((await encodeErrorOf(ipset[verb](set as never))).message).toMatch(/names no set|not a set/);
      expect((await encodeErrorOf(ipset.replace$(set as never, []))).message).toMatch(
        /names no set|not a set/,
      );
    }
    expect((await encodeErrorOf(ipset.rename$({ setname: "ips" } as never))).path).toBe("setname2");
    expect(names()).toEqual(["ips"]);
  });

  it("of sets have an order", async () => {
    await done(ipset.create$(list));
    for (const setname of ["a", "b", "c"]) await done(ipset.create$({ setname, typename: "hash:ip" }));
    await done(ipset.add$(list, { name: "a" }));
    await done(ipset.add$(list, { name: "b", before: "a" }));
    await done(ipset.add$(list, { name: "c", after: "b" }));
    expect((await one(ipset.get$(list))).elements).toEqual([{ name: "b" }, { name: "c" }, { name: "a" }]);
    expect(on.run("ipset list list | sed '1,/^Members/d'").trim().split("\n")).toEqual(["b", "c", "a"]);
    expect(await one(ipset.test$(list, { name: "c", before: "a" }))).toBe(true);
    expect(await one(ipset.test$(list, { name: "c", before: "b" }))).toBe(false);
    expect((await encodeErrorOf(ipset.add$(list, { name: "c", before: "a", after: "b" }))).path).toBe(
      "after",
    );
  });

  it("are listed whole, without elements, or by name, and found by index", async () => {
    await done(ipset.create$(list));
    await done(ipset.batch$("add", ips, [HOST, { ip: "192.0.2.1" }]));
    expect((await all(ipset.list$())).map((set) => [set.setname, set.elements?.length])).toEqual([
      ["ips", 2],
      ["list", 0],
    ]);
    expect(
      (await all(ipset.headers$())).map((set) => [set.setname, set.data.elements, "elements" in set]),
    ).toEqual([
      ["ips", 2, false],
      ["list", 0, false],
    ]);
    expect(await all(ipset.list$({ typename: "list:set" }))).toMatchObject([
      { setname: "list", family: "unspec" },
    ]);
    expect(await all(ipset.names$())).toEqual(["ips", "list"]);
    const index = await one(ipset.index$(list));
    expect(await one(ipset.name$(index))).toBe("list");
    expect((await one(ipset.get$(list))).index).toBe(index);
  });

  it("take ranges and prefixes", async () => {
    await done(ipset.add$(ips, { ip: "192.0.2.1", ipTo: "192.0.2.3" }));
    await done(ipset.add$(ips, { ip: "198.51.100.0/30" }));
    expect(members("ips").map((line) => line.split(" ")[0])).toEqual([
      ...["192.0.2.1", "192.0.2.2", "192.0.2.3"],
      ...["198.51.100.0", "198.51.100.1", "198.51.100.2", "198.51.100.3"],
    ]);
    const pairs = { setname: "pairs", typename: "hash:ip,port" } as const;
    await done(ipset.create$(pairs));
    await done(ipset.add$(pairs, { ip: "192.0.2.1", port: 80, portTo: 82, proto: "tcp" }));
    expect(members("pairs")).toEqual(["192.0.2.1,tcp:80", "192.0.2.1,tcp:81", "192.0.2.1,tcp:82"]);
  });

  it("refuse what the kernel would ignore or misread, with the place", async () => {
    const pairs = { setname: "pairs", typename: "hash:ip,port" } as const;
    const refused: [Observable<unknown>, string, RegExp][] = [
      [ipset.add$(pairs, { ip: "192.0.2.1" } as never), "port", /missing.*ip, port, proto/],
      [ipset.test$(pairs, { ip: "192.0.2.1", port: 80 } as never), "proto", /missing/],
      [ipset.add$(ips, { ...HOST, port: 80 } as never), "port", /no such member of elements of hash:ip/],
      [ipset.add$(ips, { ...HOST, timout: 1 } as never), "timout", /did you mean timeout/],
      [ipset.add$(ips, { ...HOST, timeout: 2_147_484 }), "timeout", /too long/],
      [ipset.add$(ips, { ...HOST, packets: 2n ** 64n - 1n }), "packets", /no count/],
      [ipset.add$(ips, { ip: "192.0.2.0/33" }), "ip", /not a prefix/],
      [ipset.add$(ips, { ip: "host" }), "ip", /not an IP address/],
      [
        ipset.create$({ setname: "a", typename: "list:set", data: { maxelem: 9 } as never }),
        "data.maxelem",
        /no such/,
      ],
      [ipset.create$({ ...ips, data: { timeout: -1 } }), "timeout", /not a be32/],
      [ipset.batch$("add", ips, [{ ip: "192.0.2.1/33" }], { stop: true }).pipe(rejected), "[0].ip", /prefix/],
    ];
    for (const [request$, path, text] of refused) {
      const error = await encodeErrorOf(request$);
      expect([error.path, error.message]).toEqual([path, expect.stringMatching(text)]);
    }
    expect(await all(ipset.elements$(ips))).toEqual([]);
  });

  it("name the versions of the protocol", async () => {
    expect(await one(ipset.protocol$())).toEqual({ protocol: 7, protocolMin: 6 });
  });
});
