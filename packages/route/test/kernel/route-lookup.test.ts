import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom } from "rxjs";
import { describe, expect, it } from "vitest";
import { routeFlags } from "#src/common/route-enums.js";
import type { Route } from "#src/route/layout.js";
import { type Json, type NameOf, present } from "../iproute2/printed/common.js";
import { routeAsIp } from "../iproute2/printed/route.js";
import { CABLE, errorOf, useFreshKernel } from "../support/kernel.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`route lookups skipped: ${why}`);

const ROUTES = `${CABLE}
  echo 1 >/proc/sys/net/ipv4/ip_forward
  ip route add 10.0.0.0/8 via 192.0.2.2; ip route add 10.1.0.0/16 via 192.0.2.3 metric 7 mtu 1300
  ip route add 10.2.0.0/16 via 192.0.2.4 table 9; ip rule add fwmark 5 lookup 9
  ip rule add ipproto udp dport 53 lookup 9
  ip -6 route add 2001:db8:1::/48 via 2001:db8::2; ip route add prohibit 10.3.0.0/16`;

describe.skipIf(why !== undefined)("a route lookup", () => {
  const on = useFreshKernel(ROUTES);
  const nameOf: NameOf = (index) =>
    Object.entries(on.kernel.index).find(([, number]) => number === index)?.[0];

  /** Returns a lookup as `ip -j -d route get` prints it. */
  function lookupAsIp({ uid, mark, iif, ...route }: Route, fib: boolean): Json {
    const { expires: _, protocol, scope, ...printed } = routeAsIp(route as Route, nameOf);
    const ofIpv4 = route.family === "inet";
    return present({
      ...printed,
      ...((fib || !ofIpv4) && { protocol, scope }),
      from: route.src,
      iif: nameOf(iif),
      uid,
      mark,
      ...(!fib && { dst: route.dst }),
      ...(!fib && ofIpv4 && { cache: [] }),
    });
  }

  it.each<[string, object]>([
    ["10.0.0.1", { dst: "10.0.0.1" }],
    ["10.1.0.1 oif v0", { dst: "10.1.0.1", oif: "v0" }],
    ["10.2.0.1 mark 5", { dst: "10.2.0.1", mark: 5 }],
    ["10.2.0.1 ipproto udp dport 53 sport 1000", { dst: "10.2.0.1", ipProto: 17, dport: 53, sport: 1000 }],
    ["10.0.0.1 from 192.0.2.1 uid 7", { dst: "10.0.0.1", src: "192.0.2.1", uid: 7 }],
    ["10.0.0.1 from 203.0.113.1 iif v0", { dst: "10.0.0.1", src: "203.0.113.1", iif: "v0" }],
    ["2001:db8:1::9", { dst: "2001:db8:1::9" }],
    ["fibmatch 10.1.0.1", { dst: "10.1.0.1", flags: routeFlags.bits.fibMatch }],
    ["fibmatch 2001:db8:1::9", { dst: "2001:db8:1::9", flags: routeFlags.bits.fibMatch }],
  ])("ip route get %s", async (words, key) => {
    const { nl, index, json } = on.kernel;
    const named = Object.entries(key).map(([name, value]) => [name, index[value as string] ?? value]);
    const found = await lastValueFrom(nl.route.get$(Object.fromEntries(named)));
    const [printed] = json<Json[]>(`ip -j -d route get ${words}`);
    expect(lookupAsIp(found, words.startsWith("fib"))).toEqual(printed);
  });

  it.each([
    ["10.3.0.1", "EACCES"],
    ["203.0.113.1", "ENETUNREACH"],
    ["2001:db9::1", "ENETUNREACH"],
  ])("without a route reports why: %s", async (dst, code) => {
    await expect(lastValueFrom(on.kernel.nl.route.get$({ dst }))).rejects.toMatchObject({ code });
    expect(errorOf(on.kernel, `ip route get ${dst}`)).toBeDefined();
  });
});
