// Elements of a set as a stream: the kernel reports nothing, so the set is listed again and again.

import type { WatchEvent } from "@rxnetlink/core";
import { done } from "@rxnetlink/core/promises";
import { filter, firstValueFrom, type Observable, ReplaySubject } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ElementOf, IpSets } from "#src/ipset/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const ips = {
  setname: "ips",
  typename: "hash:ip",
  data: { timeout: 0, counters: true, comment: true },
} as const;
const FAST = { relistEvery: 5 };
type Ip = ElementOf<"hash:ip">;

describeWith(["ipset"], "a watched set", () => {
  let on: Kernel;
  let ipset: IpSets;
  beforeEach(async () => {
    on = await openKernel("ipset create ips hash:ip timeout 0 counters comment; ipset add ips 192.0.2.1");
    ipset = on.nf.ipset;
  });
  afterEach(() => on?.close());

  /** Returns the events of a stream, kept for each subscriber. */
  function kept<T>(events$: Observable<T>) {
    const all$ = new ReplaySubject<T>();
    const subscription = events$.subscribe(all$);
    return { next: (test: (event: T) => boolean) => firstValueFrom(all$.pipe(filter(test))), subscription };
  }
  const about = (type: string, ip: string) => (event: WatchEvent<Ip>) =>
    event.type === type && "previous" in event
      ? event.previous?.ip === ip || event.current?.ip === ip
      : event.type === type && "current" in event && event.current?.ip === ip;

  it("emits elements, and what others add, change and delete", async () => {
    const { next, subscription } = kept(ipset.watch$(ips, FAST));
    expect(await next(({ type }) => type === "synced")).toMatchObject({ size: 1 });
    expect(await next(about("added", "192.0.2.1"))).toMatchObject({ inferred: false });
    on.run("ipset add ips 192.0.2.2 timeout 1000 packets 5 bytes 500");
    expect(await next(about("added", "192.0.2.2"))).toMatchObject({
      current: { packets: 5n },
      inferred: true,
    });
    on.run("ipset -exist add ips 192.0.2.1 comment new");
    expect(await next(about("changed", "192.0.2.1"))).toMatchObject({ current: { comment: "new" } });
    on.run("ipset del ips 192.0.2.2");
    expect(await next(about("removed", "192.0.2.2"))).toMatchObject({ previous: { packets: 5n } });
    subscription.unsubscribe();
  });

  it("is no longer watched once it is destroyed", async () => {
    const { next, subscription } = kept(ipset.watch$(ips, FAST));
    await next(({ type }) => type === "synced");
    on.run("ipset destroy ips");
    await expect(next(() => false)).rejects.toMatchObject({ code: "ENOENT" });
    expect(subscription.closed).toBe(true);
  });

  it("has a state, a map by identity", async () => {
    const { next, subscription } = kept(ipset.state$(ips, FAST));
    const ipsOf = (state: ReadonlyMap<unknown, Ip>) => [...state.values()].map(({ ip }) => ip).sort();
    await next((state) => ipsOf(state).join() === "192.0.2.1");
    await done(ipset.replace$(ips, [{ ip: "192.0.2.7" }, { ip: "192.0.2.8" }]));
    await next((state) => ipsOf(state).join() === "192.0.2.7,192.0.2.8");
    subscription.unsubscribe();
  });

  it("is refused without a name, and with an unusable interval", async () => {
    await expect(done(ipset.watch$({ typename: "hash:ip" } as never))).rejects.toThrow("names no set");
    await expect(done(ipset.state$(ips, { relistEvery: 0 }))).rejects.toThrow("relistEvery");
    await expect(done(ipset.watch$(ips, { every: 1 } as never))).rejects.toThrow("every: no such option");
  });
});
