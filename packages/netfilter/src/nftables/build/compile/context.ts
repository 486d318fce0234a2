import { EncodeError } from "@rxnetlink/core";
import type { Family } from "./compiled.js";
import { dependency } from "./dependency.js";
import { ARP, ETHER, IP, IP6, NETWORKS, type Protocol, VLAN } from "./protocol.js";
import type { Lesson, Need, Statement } from "./statement.js";

/** Protocols of the network layer that a family has alone. */
const FIXED: Partial<Record<Family, Protocol>> = { ip: IP, ipv4: IP, ip6: IP6, ipv6: IP6, arp: ARP };
/** Numbers of `meta nfproto`. */
const NFPROTO = { ip: 2, ip6: 10 } as Readonly<Record<string, number>>;

/** What is certain about the packet at a place of the rule; adds the matches that a statement needs, as nft does. */
export class Context {
  network: Protocol | undefined;
  #link: Protocol | undefined;
  #transport: number | undefined;
  #icmpTypes: readonly number[] | undefined;

  constructor(readonly family: Family) {
    this.network = FIXED[family];
    if (family === "bridge") this.#link = ETHER;
  }

  /** Returns the matches that make needs certain. */
  require(needs: readonly Need[]): Statement[] {
    return needs.flatMap((need) => this.#require(need));
  }

  /** Records what a match made certain. */
  learn({ subject, value }: Lesson): void {
    if (subject === "l4proto") this.#transport = value;
    else if (subject === "icmptype") this.#icmpTypes = [value];
    else if (subject === "nfproto") this.#setNetwork(value === NFPROTO.ip ? IP : IP6);
    else if (subject === "ethertype" && value === VLAN.number) this.#link = VLAN;
    else if (subject !== "protocol" || this.family !== "inet")
      this.#setNetwork(NETWORKS.find(({ number }) => number === value));
  }

  #setNetwork(protocol: Protocol | undefined): void {
    if (FIXED[this.family] === undefined) this.network = protocol;
  }

  #require({ protocol, types }: Need): Statement[] {
    if (protocol.layer === "link") return this.#requireLink(protocol);
    if (protocol.layer === "network") return this.#requireNetwork(protocol, false);
    const own = this.#requireTransport(protocol);
    if (types === undefined || this.#icmpTypes?.every((type) => types.includes(type))) return own;
    this.#icmpTypes = types;
    return [...own, dependency.icmpTypes(protocol, types)];
  }

  #requireLink(protocol: Protocol): Statement[] {
    const out: Statement[] = [];
    if (this.#link === undefined) out.push(dependency.ethernet());
    this.#link ??= ETHER;
    if (protocol === VLAN && this.#link !== VLAN) {
      out.push(dependency.etherType(VLAN.number!));
      this.#link = VLAN;
    }
    return out;
  }

  #requireNetwork(protocol: Protocol, forIcmp: boolean): Statement[] {
    if (this.network === protocol) return [];
    if (this.network !== undefined) throw conflict(protocol.name, this.network.name);
    if (this.family === "inet" && protocol === ARP) throw conflict("arp", "inet");
    this.network = protocol;
    const number = protocol.number!;
    if (this.#link === VLAN) return [dependency.vlanType(number)];
    const byLink = this.family === "bridge" ? forIcmp || protocol === ARP : this.#link === ETHER;
    if (byLink) return [dependency.etherType(number)];
    return [
      this.family === "inet" ? dependency.nfproto(NFPROTO[protocol.name]!) : dependency.protocol(number),
    ];
  }

  #requireTransport(protocol: Protocol): Statement[] {
    const { above } = protocol;
    // Tables of ip and ip6 take either ICMP, as those of nft do.
    const any = FIXED[this.family] === IP || FIXED[this.family] === IP6;
    const below = above === undefined || any ? [] : this.#requireNetwork(above, true);
    if (this.#transport === protocol.number) return below;
    if (this.#transport !== undefined) throw conflict(protocol.name, `of protocol ${this.#transport}`);
    this.#transport = protocol.number;
    return [...below, dependency.l4proto(protocol.number!)];
  }
}

const conflict = (needed: string, known: string) =>
  new EncodeError(`it is a part of ${needed}, but the packet is ${known} by the table or an earlier match`);
