import type { Watchable, WatchEvent } from "@rxnetlink/core";
import { Observable, type Subscriber } from "rxjs";
import type { Link } from "./layout.js";

/** The link exists. */
export interface LinkPresent {
  /** Tag of the union. */
  readonly type: "present";
  /** Current link. */
  readonly link: Link;
}

/** No such link exists. */
export interface LinkAbsent {
  /** Tag of the union. */
  readonly type: "absent";
}

/** The link was moved to another network namespace, out of sight. */
export interface LinkMoved {
  /** Tag of the union. */
  readonly type: "moved";
  /** Last link in this namespace. */
  readonly link: Link;
  /** Id of the other namespace, if it has one here; the kernel may assign one for the notification. */
  readonly nsid?: number;
  /** Index in the other namespace; since 5.3. */
  readonly index?: number;
}

/** Presence of a followed link, distinguished by `type`. */
export type LinkPresence = LinkPresent | LinkAbsent | LinkMoved;

/** Members that never change during the life of a link. */
const FIXED: readonly ((link: Link) => unknown)[] = [
  ({ linkinfo }) => linkinfo?.kind,
  ({ permAddress }) => permAddress,
  ({ link }) => link,
  ({ linkNetnsid }) => linkNetnsid,
];

/** True if a link cannot be the same as before. */
function isAnother(link: Link, previous: Link): boolean {
  return FIXED.some((member) => member(previous) !== undefined && member(previous) !== member(link));
}

/** Follows one link through the events of all links. */
class Tracker {
  readonly #name: string;
  readonly #subscriber: Subscriber<LinkPresence>;
  /** All links: another one may already have the name when the followed one disappears. */
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
      return this.#removed(event.previous, event.lastMessage);
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
    // While notifications were lost, the index may have passed to another link.
    if (!inferred || this.hasName(link) || !isAnother(link, previous)) return this.#see(link);
    this.#lose({ type: "absent" });
  }

  #removed(link: Link, lastMessage: Link | undefined): void {
    if (link.index !== this.#link?.index) return;
    const { newNetnsid: nsid, newIfindex: index } = lastMessage ?? {};
    if (nsid === undefined && index === undefined) return this.#lose({ type: "absent" });
    this.#lose({
      type: "moved",
      link,
      ...(nsid !== undefined && { nsid }),
      ...(index !== undefined && { index }),
    });
  }

  /** Reports that the link is gone, and follows the next one if it already has the name. */
  #lose(sight: LinkAbsent | LinkMoved): void {
    this.#link = undefined;
    if (this.#synced) this.#subscriber.next(sight);
    const next = [...this.#all.values()].find((link) => this.hasName(link));
    if (next !== undefined) this.#see(next);
  }
}

/**
 * Follows the link that has a name, or an alternative name, across renames, until the link is deleted or moved to another
 * network namespace. Then follows the next link with that name, immediately if there already is one. Emits the current
 * presence and every change of it. A link that reuses the index of another is not mistaken for it.
 *
 * ```text
 * kernel                 eth0 added  eth0 → lan0   lan0 deleted   eth0 added
 * followLink$(link, "eth0")  -absent--present---present--------absent---present-->
 * ```
 *
 * @example
 * followLink$(nl.link, "eth0").pipe(waitForUp({ within: 10_000 }));
 */
export function followLink$(object: Pick<Watchable<Link>, "watch$">, name: string): Observable<LinkPresence> {
  return new Observable((subscriber) => {
    const tracker = new Tracker(name, subscriber);
    return object.watch$().subscribe({
      next: (event) => tracker.take(event),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });
}
