// Prefixes as one string in requests and matches, in the notation of `ip`.

import { all, done } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom, type Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { prefixOf } from "#src/common/prefix.js";
import { useFreshKernel } from "../support/kernel.js";

type Json = Record<string, unknown>;

const why = whyNoNamespaces();
if (why !== undefined) console.log(`prefixes as one text are not tried on the kernel: ${why}`);

describe.skipIf(why !== undefined)("a prefix as one string", () => {
  const on = useFreshKernel();

  it.for([
    "0.0.0.0/0",
    "198.51.100.0/24",
    "198.51.100.7/32",
    "128.0.0.0/1",
    "::/0",
    "2001:db8:7::/48",
    "2001:db8:7::1/128",
  ])("adds, lists, watches and deletes the route %s", async (dst) => {
    const { nl, json } = on.kernel;
    const gateway = dst.includes(":") ? "2001:db8::9" : "192.0.2.9";
    await done(nl.route.add$({ dst, gateway, oif: "v0" }));
    const [address, length] = dst.split("/") as [string, string];
    const shown = /\/0$/.test(dst) ? "default" : /\/(32|128)$/.test(dst) ? address : `${address}/${length}`;
    const flag = dst.includes(":") ? "-6" : "-4";
    expect(json<Json[]>(`ip -j ${flag} route show ${dst} proto static`)).toMatchObject([{ dst: shown }]);
    const [route, ...others] = await all(nl.route.list$({ dst, protocol: "static" }));
    expect(others).toEqual([]);
    expect(prefixOf(route!)).toBe(dst);
    const seen = await firstValueFrom(nl.route.watch$({ dst, protocol: "static" }));
    expect(seen).toMatchObject({ type: "added" });
    await done(nl.route.delete$({ dst, oif: "v0" }));
    expect(await all(nl.route.list$({ dst, protocol: "static" }))).toEqual([]);
    await done(nl.route.add$(route!));
    expect(await all(nl.route.list$({ dst, protocol: "static" }))).toHaveLength(1);
  });

  it("may be the word default", async () => {
    const { nl, json } = on.kernel;
    await done(nl.route.add$({ dst: "default", gateway: "192.0.2.9" }));
    await done(nl.route.add$({ dst: "default", gateway: "2001:db8::9" }));
    expect(json<Json[]>("ip -j -4 route show default")).toMatchObject([{ gateway: "192.0.2.9" }]);
    expect(json<Json[]>("ip -j -6 route show default")).toMatchObject([{ gateway: "2001:db8::9" }]);
    const routes = await all(nl.route.list$({ dst: "default", table: 254 }));
    expect(routes.map((route) => prefixOf(route)).sort()).toEqual(["0.0.0.0/0", "::/0"]);
  });

  it("has its host bits treated by the kernel", async () => {
    const { nl } = on.kernel;
    const apart = { dst: "198.51.100.7", dstLen: 24, oif: "v0" };
    const refusals = [nl.route.add$(apart), nl.route.add$({ dst: "198.51.100.7/24", oif: "v0" })];
    for (const refused$ of refusals)
      expect(await done(refused$).catch((it: unknown) => it)).toMatchObject({ code: "EINVAL" });
  });

  it("is refused if invalid, or if its length differs from another member", async () => {
    const { nl } = on.kernel;
    const paths: readonly (readonly [Observable<unknown>, string])[] = [
      [nl.route.add$({ dst: "198.51.100.0/24", dstLen: 25, oif: "v0" }), "dst"],
      [nl.route.add$({ dst: "198.51.100.0/33", oif: "v0" }), "dst"],
      [nl.route.add$({ family: "inet6", dst: "0.0.0.0/0", oif: "v0" }), "dst"],
      [nl.address.add$({ index: "v0", local: "192.0.2.7/33" }), "local"],
      [nl.rule.add$({ src: "198.51.100.0/24", srcLen: 16, table: 9 }), "src"],
    ];
    for (const [request$, path] of paths)
      expect(await done(request$).catch((it: unknown) => it)).toMatchObject({ name: "EncodeError", path });
  });

  it.for([
    ["198.51.100.1/24", "inet"],
    ["2001:db8:5::1/64", "inet6"],
  ] as const)("is an address: %s", async ([text, family]) => {
    const { nl, json } = on.kernel;
    const member = family === "inet" ? "local" : "address";
    await done(
      nl.address.add$({ index: "v0", [member]: text, ...(family === "inet6" && { flags: { nodad: true } }) }),
    );
    const [local, length] = text.split("/");
    const [row] = json<{ addr_info: Json[] }[]>("ip -j addr show v0");
    expect(row!.addr_info).toContainEqual(expect.objectContaining({ local, prefixlen: Number(length) }));
    const [address] = await all(nl.address.list$({ [member]: text }));
    expect(prefixOf(address!)).toBe(text);
    await done(nl.address.delete$({ index: "v0", [member]: text }));
    expect(await all(nl.address.list$({ [member]: text }))).toEqual([]);
  });

  it("is accepted for the other end of an address", async () => {
    const { nl, json } = on.kernel;
    await done(nl.address.add$({ index: "v0", local: "10.0.0.1", address: "10.0.0.2/32" }));
    const [row] = json<{ addr_info: Json[] }[]>("ip -j addr show v0");
    expect(row!.addr_info).toContainEqual(
      expect.objectContaining({ local: "10.0.0.1", address: "10.0.0.2", prefixlen: 32 }),
    );
    const [address] = await all(nl.address.list$({ local: "10.0.0.1" }));
    expect([prefixOf(address!), prefixOf(address!, "address")]).toEqual(["10.0.0.1/32", "10.0.0.2/32"]);
  });

  it("selects packets in rules", async () => {
    const { nl, json } = on.kernel;
    await done(nl.rule.add$({ src: "198.51.100.0/24", dst: "default", table: 77, priority: 300 }));
    await done(nl.rule.add$({ dst: "2001:db8::/32", table: 77, priority: 301 }));
    expect(json<Json[]>("ip -j rule show priority 300")).toMatchObject([{ src: "198.51.100.0", srclen: 24 }]);
    const [four] = await all(nl.rule.list$({ src: "198.51.100.0/24" }));
    expect([prefixOf(four!), prefixOf(four!, "src")]).toEqual(["0.0.0.0/0", "198.51.100.0/24"]);
    const [six] = await all(nl.rule.list$({ dst: "2001:db8::/32" }));
    expect([prefixOf(six!), prefixOf(six!, "src")]).toEqual(["2001:db8::/32", "::/0"]);
    await done(nl.rule.delete$({ dst: "2001:db8::/32", priority: 301 }));
    expect(await all(nl.rule.list$({ priority: 301 }))).toEqual([]);
  });
});
