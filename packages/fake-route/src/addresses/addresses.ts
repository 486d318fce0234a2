import { type Address, addressObject } from "@rxnetlink/route";
import { type FakeRequest, reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import type { FakeLink } from "../links/fake-link.js";
import type { AddressTable, LinkEvent, Network, NetworkObject } from "../network.js";
import type { IpFamily } from "../routes/ip-prefix.js";
import { type AddressFamily, type FakeAddress, isForever, MODELLED } from "./fake-address.js";
import { Ipv4Addresses } from "./ipv4-addresses.js";
import { Ipv6Addresses, messageOf } from "./ipv6-addresses.js";

const NO_DEVICE = { inet: "ipv4: Device not found", inet6: "Unable to find the interface" } as const;

/** The IP addresses of links. */
export class Addresses implements NetworkObject<Address>, AddressTable {
  readonly definition = addressObject;
  readonly filters = ["family", "index"];
  generation = 0;
  readonly #families: Readonly<Record<IpFamily, AddressFamily>>;
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
    this.#families = { inet: new Ipv4Addresses(network), inet6: new Ipv6Addresses(network) };
  }

  put(value: Address, request: FakeRequest): void {
    const { cacheinfo, ...others } = value;
    rejectUnmodelled(others, MODELLED);
    if (cacheinfo !== undefined && !isForever(cacheinfo))
      reject("EOPNOTSUPP", "the fake kernel does not model lifetimes", "cacheinfo");
    if (value.family === "inet" && value.prefixlen > 32) reject("EINVAL", "ipv4: Invalid prefix length");
    const link = this.#linkOf(value);
    this.#familyOf(value).put(value, link, request);
    this.generation++;
  }

  remove(value: Address, request: FakeRequest): void {
    this.#familyOf(value).remove(value, this.#linkOf(value), request);
    this.generation++;
  }

  get(): never {
    return reject("EOPNOTSUPP", "the fake kernel does not look up single addresses");
  }

  *list({ family, index }: Address): Generator<Partial<Address>> {
    if (index !== 0 && this.#network.links.byIndex(index) === undefined) reject("ENODEV");
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      const rows = this.#families[one].all.filter((row) => index === 0 || row.index === index);
      for (const row of rows) if (this.#has(one, row)) yield messageOf(row);
    }
  }

  onLinkEvent(event: LinkEvent, link: FakeLink): void {
    this.generation++;
    for (const family of Object.values(this.#families)) family.onLinkEvent(event, link);
  }

  isOwn(family: IpFamily, address: string, index?: number): boolean {
    return this.#families[family].all.some(
      (row) => row.local === address && (index === undefined || row.index === index),
    );
  }

  sourceOf(family: IpFamily, index: number | undefined): string | undefined {
    return this.#families[family].all.find((row) => row.index === index)?.local;
  }

  #has(family: IpFamily, row: FakeAddress): boolean {
    return this.#families[family].all.includes(row);
  }

  #familyOf({ family }: Address): AddressFamily {
    if (family !== "inet" && family !== "inet6") return reject("EOPNOTSUPP");
    return this.#families[family];
  }

  #linkOf({ index, family, local, address }: Address): FakeLink {
    if (family === "inet" && local === undefined) reject("EINVAL", "ipv4: Local address is not supplied");
    if (family === "inet6" && (local ?? address) === undefined) reject("EINVAL");
    const text = NO_DEVICE[family === "inet" ? "inet" : "inet6"];
    return this.#network.links.byIndex(index) ?? reject("ENODEV", text);
  }
}
