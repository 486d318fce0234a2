import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import { linkFlags, type Neighbour, neighbourFlags, neighbourObject, neighbourState } from "@rxnetlink/route";
import type { FakeObject, LinkEvent } from "../kernel/fake-object.js";
import { type Asked, type Cause, has } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse, refuseOthers } from "../kernel/refused.js";
import type { FakeLink } from "../links/fake-link.js";
import type { IpFamily } from "../routes/ip-prefix.js";

const { failed, noarp, permanent, reachable, stale, delay, probe } = neighbourState.bits;
const VALID = permanent | noarp | reachable | stale | delay | probe;
const AGE = { confirmed: 0, used: 0, updated: 0, refcnt: 0 };
const KNOWN = ["family", "ndmIfindex", "state", "flags", "type", "dst", "lladdr", "protocol"];

/** A neighbour as the fake kernel keeps it. */
interface FakeNeighbour {
  readonly family: IpFamily;
  readonly ndmIfindex: number;
  readonly dst: string;
  readonly type: Neighbour["type"];
  state: number;
  flags: number;
  lladdr?: string;
  protocol?: NonNullable<Neighbour["protocol"]>;
}

/** Neighbours: they stay as they were set, since nobody answers here. */
export class Neighbours implements FakeObject<Neighbour> {
  readonly declaration = neighbourObject;
  readonly filters = ["family", "flags", "ifindex", "master"];
  readonly generation = 0;
  readonly #rows = new Map<string, FakeNeighbour>();
  readonly #net: Net;

  constructor(net: Net) {
    this.#net = net;
  }

  put(request: Neighbour, asked: Asked): void {
    refuseOthers(request, KNOWN);
    const { dst, family, link } = this.#named(request);
    const key = keyOf(link, dst);
    const known = this.#rows.get(key);
    if (known === undefined && !has(asked, NLM_F_CREATE)) refuse("ENOENT");
    if (known !== undefined && has(asked, NLM_F_EXCL)) refuse("EEXIST");
    const row = known ?? this.#blank(link, family, dst);
    this.#rows.set(key, row);
    this.#update(row, request, known === undefined || has(asked, NLM_F_REPLACE), asked);
  }

  remove(request: Neighbour, asked: Asked): void {
    const { dst, link } = this.#named(request);
    const key = keyOf(link, dst);
    const row = this.#rows.get(key) ?? refuse("ENOENT");
    const wasValid = (row.state & VALID) !== 0;
    row.state = failed;
    if (wasValid) this.#tell("new", row, asked);
    this.#rows.delete(key);
    this.#tell("delete", row);
  }

  get(request: Neighbour): Partial<Neighbour> {
    const { dst, link } = this.#named(request);
    return messageOf(this.#rows.get(keyOf(link, dst)) ?? refuse("ENOENT"));
  }

  *list({ family, flags, ifindex, master }: Neighbour): Generator<Partial<Neighbour>> {
    if ((flags & neighbourFlags.bits.proxy) !== 0) return;
    for (const [key, row] of [...this.#rows]) {
      const fits =
        (family === "unspec" || row.family === family) &&
        (ifindex === undefined || row.ndmIfindex === ifindex) &&
        (master === undefined || this.#net.links.byIndex(row.ndmIfindex)?.master === master);
      if (fits && this.#rows.get(key) === row) yield messageOf(row);
    }
  }

  follow(event: LinkEvent, link: FakeLink): void {
    if (event === "down" || event === "changeaddr" || event === "unregister") this.flush(link);
    if (event === "carrier" && !this.#net.links.carries(link)) this.flush(link, undefined, permanent);
  }

  /** Removes the neighbours of a link, but for those in a state that stays. */
  flush(link: FakeLink, family?: IpFamily, stays = 0): void {
    for (const [key, row] of [...this.#rows]) {
      if (row.ndmIfindex !== link.index || (family !== undefined && row.family !== family)) continue;
      if ((row.state & stays) !== 0) continue;
      this.#rows.delete(key);
      this.#tell("delete", row);
    }
  }

  #named({ dst, ndmIfindex, family, flags }: Neighbour) {
    if (family !== "inet" && family !== "inet6") return refuse("EOPNOTSUPP");
    if (dst === undefined) return refuse("EINVAL", "Network address not specified");
    const link = this.#net.links.byIndex(ndmIfindex);
    if (ndmIfindex !== 0 && link === undefined) refuse("ENODEV");
    if ((flags & neighbourFlags.bits.proxy) !== 0) refuse("EOPNOTSUPP", "the fake kernel has no proxies");
    if (link?.kind.type === "loopback") refuse("EOPNOTSUPP", "the fake kernel has no neighbours on loopback");
    return { dst, family, link: link ?? refuse("EINVAL") };
  }

  /** One that was just made; links that do not resolve addresses have theirs at once. */
  #blank({ index, flags, address }: FakeLink, family: IpFamily, dst: string): FakeNeighbour {
    const known = (flags & (linkFlags.bits.noarp | linkFlags.bits.loopback)) !== 0;
    const type = family === "inet" ? this.#net.routes.typeOf(dst) : "unicast";
    return {
      family,
      ndmIfindex: index,
      dst,
      type,
      state: known ? noarp : 0,
      flags: 0,
      ...(known && { lladdr: address }),
    };
  }

  #update(row: FakeNeighbour, request: Neighbour, overrides: boolean, cause: Cause): void {
    const { state, lladdr = row.lladdr, protocol } = request;
    if (protocol !== undefined) row.protocol = protocol;
    const wasValid = (row.state & VALID) !== 0;
    if ((state & VALID) === 0) {
      row.state = state;
      if (wasValid) this.#tell("new", row, cause);
      return;
    }
    if (request.lladdr === undefined && !wasValid) refuse("EINVAL", "No link layer address given");
    if (wasValid && lladdr !== row.lladdr && !overrides) return;
    const changed = row.state !== state || row.lladdr !== lladdr;
    row.state = state;
    if (lladdr !== undefined) row.lladdr = lladdr;
    if (changed) this.#tell("new", row, cause);
  }

  #tell(event: "new" | "delete", row: FakeNeighbour, cause?: Cause): void {
    // Only the port id of who asked is told of neighbours.
    const who = cause && { cause: { portId: cause.portId, sequence: 0 } };
    this.#net.tell<Neighbour>(neighbourObject, event, messageOf(row), who);
  }
}

const keyOf = ({ index }: FakeLink, dst: string) => `${index} ${dst}`;

function messageOf({ lladdr, ...row }: FakeNeighbour): Partial<Neighbour> {
  const known = lladdr !== undefined && (row.state & VALID) !== 0;
  return { ...row, ...(known && { lladdr }), cacheinfo: AGE, probes: 0 };
}
