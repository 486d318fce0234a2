import { type Address, addressObject } from "@rxnetlink/route";
import type { FakeObject, LinkEvent } from "../kernel/fake-object.js";
import type { Asked } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse, refuseOthers } from "../kernel/refused.js";
import type { FakeLink } from "../links/fake-link.js";
import type { IpFamily } from "../routes/ip-prefix.js";
import { type AddressFamily, type FakeAddress, isForEver, KNOWN_OF_ADDRESSES } from "./fake-address.js";
import { Ipv4Addresses } from "./ipv4-addresses.js";
import { Ipv6Addresses, told } from "./ipv6-addresses.js";

const NO_DEVICE = { inet: "ipv4: Device not found", inet6: "Unable to find the interface" } as const;

/** IP addresses of links. */
export class Addresses implements FakeObject<Address> {
  readonly declaration = addressObject;
  readonly filters = ["family", "index"];
  generation = 0;
  readonly #families: Readonly<Record<IpFamily, AddressFamily>>;
  readonly #net: Net;

  constructor(net: Net) {
    this.#net = net;
    this.#families = { inet: new Ipv4Addresses(net), inet6: new Ipv6Addresses(net) };
  }

  put(request: Address, asked: Asked): void {
    const { cacheinfo, ...others } = request;
    refuseOthers(others, KNOWN_OF_ADDRESSES);
    if (cacheinfo !== undefined && !isForEver(cacheinfo))
      refuse("EOPNOTSUPP", "the fake kernel does not model lifetimes", "cacheinfo");
    if (request.family === "inet" && request.prefixlen > 32) refuse("EINVAL", "ipv4: Invalid prefix length");
    const link = this.#linkOf(request);
    this.#familyOf(request).put(request, link, asked);
    this.generation++;
  }

  remove(request: Address, asked: Asked): void {
    this.#familyOf(request).remove(request, this.#linkOf(request), asked);
    this.generation++;
  }

  get(): never {
    return refuse("EOPNOTSUPP", "the fake kernel does not find single addresses");
  }

  *list({ family, index }: Address): Generator<Partial<Address>> {
    if (index !== 0 && this.#net.links.byIndex(index) === undefined) refuse("ENODEV");
    for (const one of ["inet", "inet6"] as const) {
      if (family !== one && family !== "unspec") continue;
      const rows = this.#families[one].all.filter((row) => index === 0 || row.index === index);
      for (const row of rows) if (this.#has(one, row)) yield told(row);
    }
  }

  follow(event: LinkEvent, link: FakeLink): void {
    this.generation++;
    for (const family of Object.values(this.#families)) family.follow(event, link);
  }

  /** Whether an address is one of this host's, on a certain link or on any. */
  isOwn(family: IpFamily, address: string, index?: number): boolean {
    return this.#families[family].all.some(
      (row) => row.local === address && (index === undefined || row.index === index),
    );
  }

  /** The address that packets to the outside bear, of a link. */
  sourceOf(family: IpFamily, index: number | undefined): string | undefined {
    return this.#families[family].all.find((row) => row.index === index)?.local;
  }

  #has(family: IpFamily, row: FakeAddress): boolean {
    return this.#families[family].all.includes(row);
  }

  #familyOf({ family }: Address): AddressFamily {
    if (family !== "inet" && family !== "inet6") return refuse("EOPNOTSUPP");
    return this.#families[family];
  }

  #linkOf({ index, family, local, address }: Address): FakeLink {
    if (family === "inet" && local === undefined) refuse("EINVAL", "ipv4: Local address is not supplied");
    if (family === "inet6" && (local ?? address) === undefined) refuse("EINVAL");
    const text = NO_DEVICE[family === "inet" ? "inet" : "inet6"];
    return this.#net.links.byIndex(index) ?? refuse("ENODEV", text);
  }
}
