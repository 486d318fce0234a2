import { Place } from "./place.js";

/** How messages of a family travel. */
export type Protocol = "genetlink" | "genetlink-c" | "genetlink-legacy" | "netlink-raw";
const PROTOCOLS: readonly Protocol[] = ["genetlink", "genetlink-c", "genetlink-legacy", "netlink-raw"];

/** Numbers that descriptions may name: `"u32-max"`. */
function limitOf(name: string): bigint | undefined {
  const [, sign, digits, end] = /^([us])(8|16|32|64)-(min|max)$/.exec(name) ?? [];
  if (digits === undefined) return undefined;
  const bits = BigInt(digits) - (sign === "s" ? 1n : 0n);
  if (end === "max") return 2n ** bits - 1n;
  return sign === "s" ? -(2n ** bits) : 0n;
}

/** A description of a family, with its parts by name. */
export class Source {
  readonly root: Place;
  readonly name: string;
  readonly protocol: Protocol;
  readonly definitions: ReadonlyMap<string, Place>;
  readonly sets: ReadonlyMap<string, Place>;
  readonly subMessages: ReadonlyMap<string, Place>;
  readonly operations: ReadonlyMap<string, Place>;

  constructor(parsed: unknown) {
    this.root = new Place(parsed, "");
    this.name = this.root.name();
    const protocol = this.root.find("protocol")?.text() ?? "genetlink";
    if (!(PROTOCOLS as readonly string[]).includes(protocol))
      throw this.root.get("protocol").noSuch("protocol", PROTOCOLS);
    this.protocol = protocol as Protocol;
    this.definitions = byName(this.root.get("definitions"));
    this.sets = byName(this.root.get("attribute-sets"));
    this.subMessages = byName(this.root.get("sub-messages"));
    this.operations = byName(this.root.find("operations")?.get("list") ?? new Place(undefined, ""));
  }

  /** True if its messages are those of generic netlink. */
  get isGeneric(): boolean {
    return this.protocol !== "netlink-raw";
  }

  /** Returns the definition that a place names. */
  definition(named: Place): Place {
    return lookUp(this.definitions, named, "definition");
  }

  /** Returns the set of attributes that a place names. */
  set(named: Place): Place {
    return lookUp(this.sets, named, "set of attributes");
  }

  /** Returns the constants by their names, and by those with their prefix. */
  #constants(): ReadonlyMap<string, Place> {
    const all = [...this.definitions].filter(([, place]) => place.get("type").value === "const");
    const whole = all.map(([name, place]) => [`${place.find("name-prefix")?.text()}${name}`, place] as const);
    return new Map([...all, ...whole]);
  }

  /** Returns a whole number that may be named. */
  constant(place: Place): number | bigint {
    if (typeof place.value !== "string") return place.number();
    const limit = limitOf(place.value);
    if (limit === undefined) return lookUp(this.#constants(), place, "constant").get("value").number();
    return BigInt.asIntN(53, limit) === limit ? Number(limit) : limit;
  }
}

function byName(list: Place): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const one of list.list()) {
    const name = one.name();
    if (found.has(name)) throw one.error("there is another of this name");
    found.set(name, one);
  }
  return found;
}

/** Returns the part that a place names. */
export function lookUp(known: ReadonlyMap<string, Place>, named: Place, what: string): Place {
  const found = known.get(named.text());
  if (found === undefined) throw named.noSuch(what, known.keys());
  return found;
}
