import { parseIp } from "@rxnetlink/core/schema";
import type { Route } from "@rxnetlink/route";

/** Table that packets take if no rule says otherwise. */
const MAIN = 254;

/** Returns a prefix as a key, without the bits of hosts. */
function keyOf(address: Uint8Array, length: number): string {
  const bits = (at: number) => Math.min(8, Math.max(0, length - 8 * at));
  return String(address.map((byte, at) => byte & (0xff00 >> bits(at))));
}

/** Bytes of the address of any host, by family. */
const ANY: Readonly<Record<string, Uint8Array>> = { inet: new Uint8Array(4), inet6: new Uint8Array(16) };
const linkOf = ({ oif, multipath }: Route) => oif ?? multipath?.[0]?.ifindex;

function destinationOf({ dst, family, dstLen }: Route): string | undefined {
  const address = dst === undefined ? ANY[family] : parseIp(String(dst));
  return address && keyOf(address, dstLen);
}

/** The routes of the main table of a namespace, by destination. */
export class RouteIndex {
  /** The best route to each destination, by the length of its prefix. */
  readonly #routes = new Map<number, Map<string, Route>>();
  readonly #lengths: readonly number[];

  constructor(routes: readonly Route[]) {
    for (const route of routes)
      if (route.type === "unicast" && (route.table ?? route.rtmTable) === MAIN) this.#add(route);
    this.#lengths = [...this.#routes.keys()].sort((one, other) => other - one);
  }

  /** Returns the index of the link that packets to an address take. */
  linkTowards(address: Uint8Array): number | undefined {
    for (const length of this.#lengths) {
      const route = this.#routes.get(length)?.get(keyOf(address, length));
      if (route !== undefined) return linkOf(route);
    }
    return undefined;
  }

  #add(route: Route): void {
    const key = destinationOf(route);
    if (key === undefined) return;
    const known = this.#routes.get(route.dstLen) ?? new Map<string, Route>();
    const best = known.get(key);
    if (best === undefined || (route.priority ?? 0) < (best.priority ?? 0)) known.set(key, route);
    this.#routes.set(route.dstLen, known);
  }
}
