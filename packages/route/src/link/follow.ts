import type { NetlinkObject, WatchEvent } from "@rxnetlink/core";
import { Observable, type Subscriber } from "rxjs";
import type { Link } from "./layout.js";

/** The link is here. */
export interface LinkPresent {
  /** Tells it from the other sights. */
  readonly type: "present";
  /** The link as it is. */
  readonly link: Link;
}

/** There is no such link. */
export interface LinkAbsent {
  /** Tells it from the other sights. */
  readonly type: "absent";
}

/** The link was moved to another network namespace, where it cannot be seen from here. */
export interface LinkMoved {
  /** Tells it from the other sights. */
  readonly type: "moved";
  /** The link as it was here. */
  readonly link: Link;
  /** The id of the other namespace, if it has one here; the kernel may have given it one for this. */
  readonly nsid?: number;
  /** Its index there; since 5.3. */
  readonly index?: number;
}

/** What is seen of a link; tell them apart by `state`. */
export type LinkPresence = LinkPresent | LinkAbsent | LinkMoved;

/** What never changes of a link. */
const FIXED: readonly ((link: Link) => unknown)[] = [
  ({ linkinfo }) => linkinfo?.kind,
  ({ permAddress }) => permAddress,
  ({ link }) => link,
  ({ linkNetnsid }) => linkNetnsid,
];

/** Whether a link can no longer be the one that it was. */
function isAnother(link: Link, previous: Link): boolean {
  return FIXED.some((member) => member(previous) !== undefined && member(previous) !== member(link));
}

/** Follows one link through what happens to all of them. */
class Tracker {
  readonly #name: string;
  readonly #subscriber: Subscriber<LinkPresence>;
  /** All links there are, since one that is not followed may bear the name when the one that is goes. */
  readonly #all = new Map<number, Link>();
  #link: Link | undefined;
  #synced = false;

  constructor(name: string, subscriber: Subscriber<LinkPresence>) {
    this.#name = name;
    this.#subscriber = subscriber;
  }

  take(event: WatchEvent<Link>): void {
    if (event.type === "synced") return this.#begin();
    if (event.type === "resync") return;
    if (event.type === "removed") {
      this.#all.delete(event.previous.index);
      return this.#removed(event.previous, event.told);
    }
    const { current } = event;
    this.#all.set(current.index, current);
    if (event.type === "added") this.#appeared(current);
    else this.#changed(current, event.previous, event.inferred);
  }

  #begin(): void {
    this.#synced = true;
    if (this.#link === undefined) this.#subscriber.next({ type: "absent" });
    else this.#see(this.#link);
  }

  #see(link: Link): void {
    this.#link = link;
    if (this.#synced) this.#subscriber.next({ type: "present", link });
  }

  hasName({ ifname, propList }: Link): boolean {
    return ifname === this.#name || (propList?.altIfname ?? []).includes(this.#name);
  }

  #appeared(link: Link): void {
    if (this.#link === undefined && this.hasName(link)) this.#see(link);
  }

  #changed(link: Link, previous: Link, inferred: boolean): void {
    if (link.index !== this.#link?.index) return this.#appeared(link);
    // While notifications were lost, it may have gone and another come under its index.
    if (!inferred || this.hasName(link) || !isAnother(link, previous)) return this.#see(link);
    this.#lose({ type: "absent" });
  }

  #removed(link: Link, told: Link | undefined): void {
    if (link.index !== this.#link?.index) return;
    const { newNetnsid: nsid, newIfindex: index } = told ?? {};
    if (nsid === undefined && index === undefined) return this.#lose({ type: "absent" });
    this.#lose({
      type: "moved",
      link,
      ...(nsid !== undefined && { nsid }),
      ...(index !== undefined && { index }),
    });
  }

  /** The link is gone; another may have its name already. */
  #lose(sight: LinkAbsent | LinkMoved): void {
    this.#link = undefined;
    if (this.#synced) this.#subscriber.next(sight);
    const next = [...this.#all.values()].find((link) => this.hasName(link));
    if (next !== undefined) this.#see(next);
  }
}

/**
 * Follows the link that bears a name, or an alternative one, from now on: through new names, and until it is deleted or
 * moved to another network namespace. Then it follows the next that bears the name, at once where there is one already.
 * It emits what is seen now, and whenever that changes. An index that is used again is not taken for the same link.
 *
 * ```text
 * kernel                 eth0 added  eth0 → lan0   lan0 deleted   eth0 added
 * followLink$(link, "eth0")  -absent--present---present--------absent---present-->
 * ```
 *
 * @example
 * followLink$(nl.link, "eth0").pipe(waitForUp({ within: 10_000 }));
 */
export function followLink$(
  object: Pick<NetlinkObject<Link>, "watch$">,
  name: string,
): Observable<LinkPresence> {
  return new Observable((subscriber) => {
    const tracker = new Tracker(name, subscriber);
    return object.watch$().subscribe({
      next: (event) => tracker.take(event),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });
}
