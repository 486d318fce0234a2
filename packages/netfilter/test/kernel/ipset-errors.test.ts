// Refusals of the kernel by name: what an errno means depends on the verb and on the type of the set.

import { KernelError } from "@rxnetlink/core";
import { done } from "@rxnetlink/core/promises";
import { type Observable, retry } from "rxjs";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { IpSets, NewIpSet } from "#src/ipset/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const ips = { setname: "ips", typename: "hash:ip", data: { maxelem: 1, hashsize: 64 } } as const;
const nets6 = { setname: "nets6", typename: "hash:net", family: "ipv6" } as const;
const ports = { setname: "ports", typename: "bitmap:port", data: { port: 10, portTo: 20 } } as const;
const pairs = { setname: "pairs", typename: "hash:ip,port" } as const;
const list = { setname: "list", typename: "list:set", data: { size: 4 } } as const;
const list2 = { setname: "list2", typename: "list:set" } as const;
const SETS: readonly NewIpSet[] = [ips, nets6, ports, pairs, list, list2];

async function refusalOf(change$: Observable<unknown>): Promise<KernelError> {
  const error = await done(change$).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(KernelError);
  return error;
}

describeWith(["ipset", "iptables-nft"], "an error of a set", () => {
  let on: Kernel;
  let ipset: IpSets;
  beforeAll(async () => {
    on = await openKernel();
    ipset = on.nf.ipset;
  });
  afterAll(() => on?.close());
  beforeEach(async () => {
    await done(ipset.flushAll$());
    await done(ipset.destroyAll$());
    for (const set of SETS) await done(ipset.create$(set));
    await done(ipset.add$(ips, { ip: "192.0.2.1" }));
  });
  it.for<[string, RegExp, (ipset: IpSets) => Observable<unknown>]>([
    ["EEXIST", /a set of that name exists/, (it) => it.create$(ips)],
    ["EEXIST", /a set of that name/, (it) => it.create$({ ...ips, data: { maxelem: 9 } }, { exist: true })],
    ["ENOENT", /no such set/, (it) => it.destroy$({ setname: "none" })],
    ["ENOENT", /no such set/, (it) => it.flush$({ setname: "none" })],
    ["ENOENT", /no such set/, (it) => it.get$({ setname: "none" })],
    ["ENOENT", /no such set/, (it) => it.elements$({ ...ips, setname: "none" })],
    ["ENOENT", /no such set/, (it) => it.watch$({ ...ips, setname: "none" })],
    ["ENOENT", /no such set/, (it) => it.test$({ ...ips, setname: "none" }, { ip: "192.0.2.1" })],
    ["ENOENT", /no such set/, (it) => it.index$({ setname: "none" })],
    [
      "IPSET_ERR_FIND_TYPE",
      /no such type/,
      (it) => it.create$({ setname: "a", typename: "hash:fun" as never }),
    ],
    ["IPSET_ERR_FIND_TYPE", /revision/, (it) => it.create$({ ...ips, setname: "a", revision: 200 })],
    ["IPSET_ERR_EXIST", /in the set already/, (it) => it.add$(ips, { ip: "192.0.2.1" })],
    ["IPSET_ERR_EXIST", /is not in the set/, (it) => it.delete$(ips, { ip: "192.0.2.2" })],
    ["IPSET_ERR_HASH_FULL", /larger data.maxelem/, (it) => it.add$(ips, { ip: "192.0.2.2" })],
    ["IPSET_ERR_HASH_ELEM", /null/, (it) => it.add$(ips, { ip: "0.0.0.0" })],
    ["IPSET_ERR_TIMEOUT", /data.timeout/, (it) => it.add$(pairs, { ...tcp80, timeout: 5 })],
    ["IPSET_ERR_COUNTER", /data.counters/, (it) => it.add$(pairs, { ...tcp80, packets: 5n })],
    ["IPSET_ERR_COMMENT", /data.comment/, (it) => it.add$(pairs, { ...tcp80, comment: "x" })],
    ["IPSET_ERR_SKBINFO", /data.skbinfo/, (it) => it.add$(pairs, { ...tcp80, skbqueue: 1 })],
    ["IPSET_ERR_INVALID_PROTO", /invalid/, (it) => it.add$(pairs, { ...tcp80, proto: 0 })],
    ["IPSET_ERR_INVALID_CIDR", /prefix length/, (it) => it.add$(nets6, { ip: "::/0" })],
    ["IPSET_ERR_BITMAP_RANGE", /out of the range/, (it) => it.add$(ports, { port: 9 })],
    ["IPSET_ERR_BITMAP_RANGE_SIZE", /65536/, (it) => it.create$(wide)],
    [
      "IPSET_ERR_INVALID_NETMASK",
      /netmask/,
      (it) => it.create$({ ...ips, setname: "a", data: { netmask: 33 } }),
    ],
    [
      "IPSET_ERR_INVALID_FAMILY",
      /no sets of that/,
      (it) => it.create$({ ...ips, setname: "a", family: "arp" }),
    ],
    ["IPSET_ERR_NAME", /no such set to add/, (it) => it.add$(list, { name: "none" })],
    ["IPSET_ERR_LOOP", /cannot be a member/, (it) => it.add$(list, { name: "list2" })],
    ["IPSET_ERR_NAMEREF", /does not exist/, (it) => it.add$(list, { name: "ips", before: "none" })],
    ["IPSET_ERR_REF_EXIST", /not in the list/, (it) => it.add$(list, { name: "ips", after: "ports" })],
    [
      "IPSET_ERR_EXIST_SETNAME2",
      /new name exists/,
      (it) => it.rename$({ setname: "ips", setname2: "ports" }),
    ],
    ["IPSET_ERR_EXIST_SETNAME2", /second set/, (it) => it.swap$({ setname: "ips", setname2: "none" })],
    ["IPSET_ERR_TYPE_MISMATCH", /type or family/, (it) => it.swap$({ setname: "ips", setname2: "ports" })],
    ["IPSET_ERR_TYPE_MISMATCH", /type or family/, (it) => it.replace$({ ...nets6, setname: "ips" }, [])],
  ])("is named %s, and says %s", async ([code, text, request$]) => {
    const error = await refusalOf(request$(ipset));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(text);
    expect(error.object).toMatch(/^ipset/);
  });

  it("says that a set in use cannot be destroyed or renamed, alone or with all others", async () => {
    on.run("iptables-nft -A INPUT -m set --match-set ips src -j DROP");
    await done(ipset.add$(list, { name: "pairs" }));
    for (const setname of ["ips", "pairs"])
      expect(await refusalOf(ipset.destroy$({ setname }))).toMatchObject({ code: "IPSET_ERR_BUSY" });
    expect(await refusalOf(ipset.destroyAll$())).toMatchObject({ code: "IPSET_ERR_BUSY" });
    expect(await refusalOf(ipset.rename$({ setname: "ips", setname2: "a" }))).toMatchObject({
      code: "IPSET_ERR_REFERENCED",
    });
    on.run("iptables-nft -F");
    await done(ipset.flushAll$());
    // nftables releases the sets of deleted rules later.
    await done(ipset.destroyAll$().pipe(retry({ count: 500, delay: 10 })));
    expect(on.run("ipset list -n")).toBe("");
  });
});

const tcp80 = { ip: "192.0.2.1", port: 80, proto: "tcp" } as const;
const wide = { setname: "a", typename: "bitmap:ip", data: { ip: "10.0.0.0/8" } } as const;
