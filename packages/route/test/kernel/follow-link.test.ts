import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { BehaviorSubject, filter, firstValueFrom, type Subscription } from "rxjs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitForAddress } from "#src/address/wait-for-address.js";
import { followLink$, type LinkPresence } from "#src/link/follow.js";
import { isUp, waitForUp } from "#src/link/wait-for-up.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`followLink$ skipped: ${why}`);

describe.skipIf(why !== undefined)("followLink$", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let seen: LinkPresence[];
  let following: Subscription;
  let last$: BehaviorSubject<LinkPresence | undefined>;
  const until = (passes: (sight: LinkPresence) => boolean) =>
    firstValueFrom(last$.pipe(filter((sight) => sight !== undefined && passes(sight))));
  const named = (name: string) => (sight: LinkPresence) =>
    sight.type === "present" && sight.link.ifname === name;
  const is = (state: LinkPresence["type"]) => (sight: LinkPresence) => sight.type === state;

  async function follow(name: string): Promise<void> {
    seen = [];
    last$ = new BehaviorSubject<LinkPresence | undefined>(undefined);
    following = followLink$(nl.link, name).subscribe((sight) => {
      seen.push(sight);
      last$.next(sight);
    });
    await until(() => true);
  }

  beforeEach(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(async () => {
    following?.unsubscribe();
    await sandbox?.close();
  });

  it("waits for the link, follows its names, and recognizes another link with its index", async () => {
    await follow("d0");
    expect(seen).toEqual([{ type: "absent" }]);
    sandbox.run("ip link add d0 index 70 type veth peer name p0");
    await until(named("d0"));
    sandbox.run("ip link set d0 name lan0; ip link add d0 type bridge; ip link set lan0 mtu 1300");
    await until((sight) => sight.type === "present" && sight.link.mtu === 1300);
    expect(last$.value).toMatchObject({ link: { ifname: "lan0", index: 70 } });
    sandbox.run("ip link delete d0; ip link delete lan0");
    await until(is("absent"));
    sandbox.run("ip link add x0 index 70 type bridge; ip link add d0 index 71 type bridge");
    await until(named("d0"));
    expect(last$.value).toMatchObject({ link: { index: 71, linkinfo: { kind: "bridge" } } });
  });

  it("accepts an alternative name, and reports where a link was moved to", async () => {
    const other = await openSandbox();
    try {
      sandbox.run("ip link add d0 type veth peer name p0; ip link property add dev d0 altname the-uplink");
      await follow("the-uplink");
      expect(seen).toMatchObject([{ type: "present", link: { ifname: "d0" } }]);
      const [{ ifindex }] = sandbox.json<[{ ifindex: number }]>("ip -j link show d0");
      await firstValueFrom(
        nl.link.change$({ index: ifindex, netNsFd: (other.namespace.ref as { fd: number }).fd }),
      );
      await until(is("moved"));
      expect(last$.value).toMatchObject({ type: "moved", link: { ifname: "d0" } });
      const [there] = other.json<[{ ifindex: number }]>("ip -j link show d0");
      expect(last$.value).toMatchObject({ index: there.ifindex });
    } finally {
      await other.close();
    }
  });

  it("leads to a link that is up and an address that is ready", async () => {
    sandbox.run("ip link add d0 type veth peer name p0; echo 1 > /proc/sys/net/ipv6/conf/d0/dad_transmits");
    const up = firstValueFrom(followLink$(nl.link, "d0").pipe(waitForUp({ within: 60_000 })));
    sandbox.run("ip link set d0 up; ip link set p0 up");
    const link = await up;
    expect(isUp(link)).toBe(true);
    sandbox.run("ip address add 2001:db8::1/64 dev d0");
    const ready$ = nl.address.state$().pipe(waitForAddress({ address: "2001:db8::1" }, { within: 60_000 }));
    const ready = await firstValueFrom(ready$.pipe(filter(({ index }) => index === link.index)));
    const [shown] = sandbox.json<[{ addr_info: { tentative?: boolean }[] }]>(
      "ip -j -6 address show dev d0 to 2001:db8::1",
    );
    expect(shown.addr_info[0]?.tentative).toBeUndefined();
    expect(ready.index).toBe(link.index);
  });
});
