import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { type NameOf, nest } from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
import { ETHTOOL_MSG_STRSET_GET } from "../commands/requests.js";
import type { OfLink } from "../common/header.js";
import { common } from "../common/objects.js";
import { type Strset, type stringSet, strsetMessage } from "./layout.js";

/** Name of a set of strings; see {@link stringSet}. */
export type StringSetName = NameOf<typeof stringSet.values>;

/** Messages of sets of strings (`ETHTOOL_MSG_STRSET_*`). */
export const strsetObject = defineObject({
  ...common<Strset>(["stringsets", "countsOnly"]),
  name: "strset",
  layout: nest<Strset>(strsetMessage),
  types: { get: ETHTOOL_MSG_STRSET_GET },
  groups: [],
  verbs: ["list", "get"],
  details: ["headerFlags", "phyIndex", "countsOnly"],
  keysOf: (value) => [pick(value, "devIndex", "devName", "stringsets")],
});

/** Verbs of sets of strings, by which the kernel and drivers name bits and counters; see {@link Strset}. */
export interface Strsets extends ObjectOf<typeof strsetObject> {
  /**
   * Emits the strings of one set, in the order of their numbers.
   *
   * @param link - The link, by its index or name, for sets that depend on it.
   *
   * @example
   * et.strset.names$("features"); // ["tx-scatter-gather", "tx-checksum-ipv4", …
   * et.strset.names$("privFlags", { devName: "eth0" });
   */
  names$(set: StringSetName, link?: Partial<Pick<OfLink, "devIndex" | "devName">>): Observable<string[]>;
}

function namesOf({ stringsets: [set] = [] }: Strset): string[] {
  const names: string[] = [];
  for (const { index = 0, value = "" } of set?.strings ?? []) names[index] = value;
  return names;
}

/** Returns the verbs of sets of strings over a connection. */
export function strsetsOf(connection: Connection): Strsets {
  const object = bindObject(connection, strsetObject);
  return extendObject(object, {
    names$: (id: StringSetName, link: Partial<Pick<OfLink, "devIndex" | "devName">> = {}) =>
      object.get$({ ...link, stringsets: [{ id }] }).pipe(map(namesOf)),
  });
}
