import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { linkFlags, type Neighbour, neighbourFlags, neighbourObject, neighbourState } from "@rxnetlink/route";
import { type Cause, type FakeRequest, hasFlags, reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import type { FakeLink } from "../links/fake-link.js";
import type { LinkEvent, NeighbourTable, Network, NetworkObject } from "../network.js";
import type { IpFamily } from "../routes/ip-prefix.js";

const { failed, noarp, permanent, reachable, stale, delay, probe } = neighbourState.bits;
const VALID = permanent | noarp | reachable | stale | delay | probe;
const AGE = { confirmed: 0, used: 0, updated: 0, refcnt: 0 };
const MODELLED = ["family", "ndmIfindex", "state", "flags", "type", "dst", "lladdr", "protocol"];

/** A neighbour of the fake kernel. */
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

/** The neighbours. They keep the state they were given, since there is nobody to answer probes. */
export class Neighbours implements NetworkObject<Neighbour>, NeighbourTable {
  readonly definition = neighbourObject;
  readonly filters = ["family", "flags", "ifindex", "master"];
  readonly generation = 0;
  readonly #rows = new Map<string, FakeNeighbour>();
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  put(value: Neighbour, request: FakeRequest): void {
    rejectUnmodelled(value, MODELLED);
    const { dst, family, link } = this.#lookUp(value);
    const key = keyOf(link, dst);
    const known = this.#rows.get(key);
    if (known === undefined && !hasFlags(request, NLM_F_CREATE)) reject("ENOENT");
    if (known !== undefined && hasFlags(request, NLM_F_EXCL)) reject("EEXIST");
    const row = known ?? this.#blank(link, family, dst);
    this.#rows.set(key, row);
    this.#update(row, value, known === undefined || hasFlags(request, NLM_F_REPLACE), request);
  }

  remove(value: Neighbour, request: FakeRequest): void {
    const { dst, link } = this.#lookUp(value);
    const key = keyOf(link, dst);
    const row = this.#rows.get(key) ?? reject("ENOENT");
    const wasValid = (row.state & VALID) !== 0;
    row.state = failed;
    if (wasValid) this.#notify("new", row, request);
    this.#rows.delete(key);
    this.#notify("delete", row);
  }

  get(value: Neighbour): Partial<Neighbour> {
    const { dst, link } = this.#lookUp(value);
    return messageOf(this.#rows.get(keyOf(link, dst)) ?? reject("ENOENT"));
  }

  *list({ family, flags, ifindex, master }: Neighbour): Generator<Partial<Neighbour>> {
    if ((flags & neighbourFlags.bits.proxy) !== 0) return;
    for (const [key, row] of [...this.#rows]) {
      const fits =
        (family === "unspec" || row.family === family) &&
        (ifindex === undefined || row.ndmIfindex === ifindex) &&
        (master === undefined || this.#network.links.byIndex(row.ndmIfindex)?.master === master);
      if (fits && this.#rows.get(key) === row) yield messageOf(row);
    }
  }

  onLinkEvent(event: LinkEvent, link: FakeLink): void {
    if (event === "down" || event === "changeaddr" || event === "unregister") this.flush(link);
    if (event === "carrier" && !this.#network.links.carries(link)) this.flush(link, undefined, permanent);
  }

  flush(link: FakeLink, family?: IpFamily, kept = 0): void {
    for (const [key, row] of [...this.#rows]) {
      if (row.ndmIfindex !== link.index || (family !== undefined && row.family !== family)) continue;
      if ((row.state & kept) !== 0) continue;
      this.#rows.delete(key);
      this.#notify("delete", row);
    }
  }

  #lookUp({ dst, ndmIfindex, family, flags }: Neighbour) {
    if (family !== "inet" && family !== "inet6") return reject("EOPNOTSUPP");
    if (dst === undefined) return reject("EINVAL", "Network address not specified");
    const link = this.#network.links.byIndex(ndmIfindex);
    if (ndmIfindex !== 0 && link === undefined) reject("ENODEV");
    if ((flags & neighbourFlags.bits.proxy) !== 0) reject("EOPNOTSUPP", "the fake kernel has no proxies");
    if (link?.kind.type === "loopback") reject("EOPNOTSUPP", "the fake kernel has no neighbours on loopback");
    return { dst, family, link: link ?? reject("EINVAL") };
  }

  /** Returns a new neighbour; links that do not resolve addresses know its hardware address at once. */
  #blank({ index, flags, address }: FakeLink, family: IpFamily, dst: string): FakeNeighbour {
    const known = (flags & (linkFlags.bits.noarp | linkFlags.bits.loopback)) !== 0;
    const type = family === "inet" ? this.#network.routes.typeOf(dst) : "unicast";
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

  #update(row: FakeNeighbour, value: Neighbour, overrides: boolean, cause: Cause): void {
    const { state, lladdr = row.lladdr, protocol } = value;
    if (protocol !== undefined) row.protocol = protocol;
    const wasValid = (row.state & VALID) !== 0;
    if ((state & VALID) === 0) {
      row.state = state;
      if (wasValid) this.#notify("new", row, cause);
      return;
    }
    if (value.lladdr === undefined && !wasValid) reject("EINVAL", "No link layer address given");
    if (wasValid && lladdr !== row.lladdr && !overrides) return;
    const changed = row.state !== state || row.lladdr !== lladdr;
    row.state = state;
    if (lladdr !== undefined) row.lladdr = lladdr;
    if (changed) this.#notify("new", row, cause);
  }

  #notify(event: "new" | "delete", row: FakeNeighbour, cause?: Cause): void {
    // The kernel reports just the port id of the cause.
    const options = cause && { cause: { portId: cause.portId, sequence: 0 } };
    this.#network.notify<Neighbour>(neighbourObject, event, messageOf(row), options);
  }
}

const keyOf = ({ index }: FakeLink, dst: string) => `${index} ${dst}`;

function messageOf({ lladdr, ...row }: FakeNeighbour): Partial<Neighbour> {
  const known = lladdr !== undefined && (row.state & VALID) !== 0;
  return { ...row, ...(known && { lladdr }), cacheinfo: AGE, probes: 0 };
}
