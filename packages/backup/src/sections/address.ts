import { type Address, addressFlags } from "@rxnetlink/route";
import { concatMap, toArray } from "rxjs";
import { objectSection } from "../object-section.js";

/** Origins of addresses that the kernel makes. */
const KERNELS: ReadonlySet<unknown> = new Set(["kernelLo", "kernelLl", "kernelRa"]);

function lifetimeOf({ flags = 0, cacheinfo }: Address): string | undefined {
  if (addressFlags.has(flags, "permanent") || cacheinfo === undefined) return undefined;
  return `it expires in ${cacheinfo.valid} s`;
}

/** The kernel puts a new IPv6 address before the others; listed are the oldest first, so that they come to stand as they did. */
const oldestFirst = (all: readonly Address[]) => [
  ...all.filter(({ family }) => family !== "inet6"),
  ...all.filter(({ family }) => family === "inet6").reverse(),
];

/** IP addresses. */
export const addresses = objectSection<Address>({
  name: "address",
  object: ({ route }) => route.address,
  list$: ({ route }) => route.address.list$().pipe(toArray(), concatMap(oldestFirst)),
  key: ["family", "index", "local", "address", "prefixlen"],
  subject: ({ local, address, prefixlen, index }) => `${local ?? address}/${prefixlen} on ${index}`,
  link: "index",
  state: ["ifaFlags", "cacheinfo"],
  bits: { flags: ["nodad", "homeaddress", "managetempaddr", "noprefixroute", "mcautojoin"] },
  isState: ({ proto }) => KERNELS.has(proto),
  unsaved: lifetimeOf,
  // One that expires may be there already.
  add: "replace",
  change: "change",
});
