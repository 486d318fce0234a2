import type { WatchEvent } from "@rxnetlink/core";
import { Subject } from "rxjs";
import { beforeEach, describe, expect, it } from "vitest";
import { followLink$, type LinkPresence } from "#src/link/follow.js";
import type { Link } from "#src/link/layout.js";

const link = (index: number, ifname: string, more: Partial<Link> = {}) =>
  ({ index, ifname, linkinfo: { kind: "veth" }, ...more }) as Link;
const seenNow = { revision: 1, origin: "other", inferred: false } as const;
const synced = { type: "synced", revision: 0, size: 0 } as const;

describe("followLink$", () => {
  let events$: Subject<WatchEvent<Link>>;
  let seen: LinkPresence[];
  const added = (current: Link) => events$.next({ type: "added", current, ...seenNow });
  const changed = (previous: Link, current: Link, inferred = false) =>
    events$.next({ type: "changed", previous, current, ...seenNow, inferred });
  const removed = (previous: Link, lastMessage?: Link) =>
    events$.next({
      type: "removed",
      previous,
      ...seenNow,
      ...(lastMessage !== undefined && { lastMessage }),
    });
  const last = () => seen.at(-1);

  beforeEach(() => {
    events$ = new Subject();
    seen = [];
    followLink$({ watch$: () => events$ }, "d0").subscribe((sight) => seen.push(sight));
  });

  it("emits nothing before the initial list is complete", () => {
    added(link(2, "d0"));
    expect(seen).toEqual([]);
    events$.next(synced);
    expect(seen).toEqual([{ type: "present", link: link(2, "d0") }]);
  });

  it("follows a link that is given the name", () => {
    events$.next(synced);
    added(link(2, "x0"));
    expect(seen).toEqual([{ type: "absent" }]);
    const named = link(2, "x0", { propList: { altIfname: ["d0"] } });
    changed(link(2, "x0"), named);
    expect(last()).toEqual({ type: "present", link: named });
  });

  it("keeps following a link that is renamed", () => {
    added(link(2, "d0"));
    events$.next(synced);
    changed(link(2, "d0"), link(2, "lan0"));
    added(link(3, "d0"));
    expect(last()).toEqual({ type: "present", link: link(2, "lan0") });
    removed(link(2, "lan0"));
    // The other link already has the name.
    expect(seen.slice(-2)).toEqual([{ type: "absent" }, { type: "present", link: link(3, "d0") }]);
  });

  it("recognizes another link that took over the index while notifications were lost", () => {
    added(link(2, "d0"));
    events$.next(synced);
    changed(link(2, "d0"), link(2, "br0", { linkinfo: { kind: "bridge" } }), true);
    expect(last()).toEqual({ type: "absent" });
  });

  it("reports where the link was moved to, as far as the kernel reports it", () => {
    for (const where of [{ newNetnsid: 0, newIfindex: 7 }, { newIfindex: 7 }]) {
      added(link(2, "d0"));
      events$.next(synced);
      removed(link(2, "d0"), link(2, "d0", where));
      const { newNetnsid: nsid, newIfindex: index } = where as { newNetnsid?: number; newIfindex: number };
      expect(last()).toEqual({
        type: "moved",
        link: link(2, "d0"),
        index,
        ...(nsid !== undefined && { nsid }),
      });
    }
  });
});
