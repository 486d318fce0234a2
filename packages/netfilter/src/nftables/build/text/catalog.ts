import { normalRegister } from "../../common/register.js";
import type { Expression } from "../../expr/expression.js";
import { Compiler } from "../compile/compiler.js";
import type { Part } from "../field/bits.js";
import { Field } from "../field/field.js";
import { ct } from "../field/kinds/ct.js";
import { rt, socket } from "../field/kinds/kernel.js";
import { meta } from "../field/kinds/meta.js";
import { arp } from "../header/kinds/arp.js";
import { dccp } from "../header/kinds/dccp.js";
import { ether } from "../header/kinds/ether.js";
import { icmp } from "../header/kinds/icmp.js";
import { icmpv6 } from "../header/kinds/icmpv6.js";
import { igmp } from "../header/kinds/igmp.js";
import { ip } from "../header/kinds/ip.js";
import { ip6 } from "../header/kinds/ip6.js";
import { ah, comp, esp } from "../header/kinds/ipsec.js";
import { sctp } from "../header/kinds/sctp.js";
import { tcp } from "../header/kinds/tcp.js";
import { th } from "../header/kinds/th.js";
import { udp, udplite } from "../header/kinds/udp.js";
import { vlan } from "../header/kinds/vlan.js";
import { dst, frag, hbh, mh, routingHeader } from "../header/options/exthdr.js";

const FACTS = [meta, ct, rt, socket, tcp.option, ip.option, hbh, dst, frag, mh, routingHeader];
const HEADERS = [
  ether,
  vlan,
  arp,
  ip,
  ip6,
  tcp,
  udp,
  udplite,
  sctp,
  dccp,
  icmp,
  icmpv6,
  igmp,
  ah,
  esp,
  comp,
  th,
];

/** Returns the fields in a selector, however deep. */
export function fieldsIn(selector: object): Part[] {
  return Object.values(selector).flatMap((member): Part[] => {
    if (member instanceof Field) return [member.part];
    return typeof member === "object" && member !== null ? fieldsIn(member) : [];
  });
}

/** Returns the expression that loads a part, without its register. */
function keyOf({ name, data }: Expression): string {
  const settings = Object.values(data ?? {})[0] as Record<string, unknown>;
  const { dreg: _dreg, ...rest } = settings;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined && value !== 0);
  return `${name ?? Object.keys(data ?? {})[0]} ${JSON.stringify(entries.sort())}`;
}

/** Returns the expression that loads a part. */
export function loadOf(part: Part): Expression {
  const compiler = new Compiler("inet", () => 0);
  part.source.load(compiler, 0, part.source.bytes);
  return compiler.expressions[0]!;
}

/** Fields by the expression that loads them, made once: reading rules is rare. */
export class Catalog {
  readonly #facts = new Map<string, Part[]>();
  readonly #packet: readonly Part[];

  constructor() {
    for (const part of FACTS.flatMap(fieldsIn)) {
      const key = keyOf(loadOf(part));
      this.#facts.set(key, [...(this.#facts.get(key) ?? []), part]);
    }
    this.#packet = HEADERS.flatMap(fieldsIn).filter(({ source }) => source.packet !== undefined);
  }

  /** Returns what an expression loads, if it is known; of bits that share bytes, all. */
  loaded(expression: Expression): readonly Part[] {
    return this.#facts.get(keyOf(expression)) ?? [];
  }

  /** Returns the fields at a place of a header, of a protocol that `knows` accepts. */
  at(base: string, offset: number, knows: (part: Part) => boolean): Part[] {
    return this.#packet.filter(
      (part) => part.source.packet!.base === base && part.source.packet!.offset === offset && knows(part),
    );
  }
}

/** Returns the slot of a register. */
export function slotOf(register: number): number {
  const normal = normalRegister(register);
  return normal < 8 ? (normal - 1) * 4 : normal - 8;
}
