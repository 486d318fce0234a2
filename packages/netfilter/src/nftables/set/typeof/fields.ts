import type { Part } from "../../build/field/bits.js";
import { ct } from "../../build/field/kinds/ct.js";
import { rt, socket } from "../../build/field/kinds/kernel.js";
import { meta } from "../../build/field/kinds/meta.js";
import { arp } from "../../build/header/kinds/arp.js";
import { dccp } from "../../build/header/kinds/dccp.js";
import { ether } from "../../build/header/kinds/ether.js";
import { icmp } from "../../build/header/kinds/icmp.js";
import { icmpv6 } from "../../build/header/kinds/icmpv6.js";
import { igmp } from "../../build/header/kinds/igmp.js";
import { ip } from "../../build/header/kinds/ip.js";
import { ip6 } from "../../build/header/kinds/ip6.js";
import { ah, comp, esp } from "../../build/header/kinds/ipsec.js";
import { sctp } from "../../build/header/kinds/sctp.js";
import { tcp } from "../../build/header/kinds/tcp.js";
import { th } from "../../build/header/kinds/th.js";
import { udp, udplite } from "../../build/header/kinds/udp.js";
import { vlan } from "../../build/header/kinds/vlan.js";
import { dst, frag, hbh, mh, routingHeader } from "../../build/header/options/exthdr.js";
import { fieldsIn, loadOf } from "../../build/text/catalog.js";
import { ctKey } from "../../expr/kinds/ct.js";
import { metaKey } from "../../expr/kinds/meta.js";
import { rtKey } from "../../expr/kinds/rt.js";
import { socketKey } from "../../expr/kinds/socket.js";
import type { SetTypeof } from "../../userdata/set.js";
import { typeofs } from "./layout.js";

/** A field, and how nft notes it. */
export type Noted = readonly [part: Part, note: SetTypeof];

/** Headers by nft's numbers, from 1 on. Their fields have numbers in their order. */
const HEADERS = [
  ah,
  esp,
  comp,
  icmp,
  igmp,
  udp,
  udplite,
  tcp,
  dccp,
  sctp,
  th,
  ip,
  ip6,
  icmpv6,
  arp,
  vlan,
  ether,
];
/** Fields that have other numbers. */
const FIELDS: Readonly<Record<string, number>> = {
  ...{ "igmp mrt": 3, "igmp checksum": 2 },
  ...{ "vlan id": 4, "vlan type": 5 },
};
/** Fields of options, by their last word. */
const OPTION_FIELDS: Readonly<Record<string, number>> = { type: 1, length: 2, value: 3, ptr: 4, addr: 5 };
const EXTENSIONS = [
  [1, hbh],
  [2, routingHeader],
  [6, frag],
  [7, dst],
  [8, mh],
] as const;

/** True of plain numbers, and of addresses that are such to nft. */
const isPlain = ({ type, source }: Part) => type.name === "integer" || NUMBERS.has(source.words);
const NUMBERS: ReadonlySet<string> = new Set(["igmp group", "icmp gateway"]);

function* headerFields(): Generator<Noted> {
  for (const [index, header] of HEADERS.entries()) {
    const own = fieldsIn(header).filter(({ source }) => source.packet !== undefined);
    for (const [place, part] of own.entries()) {
      // Of another type in nft, which has no values.
      if (part.source.words === "comp flags") continue;
      const field = FIELDS[part.source.words] ?? place + 1;
      const note = { header: index + 1, field, ...(isPlain(part) && { len: part.type.bits }) };
      yield [part, typeofs.payload(note)];
    }
  }
}

function* extensionFields(): Generator<Noted> {
  for (const [header, selector] of EXTENSIONS)
    for (const [place, part] of fieldsIn(selector).entries())
      yield [part, typeofs.exthdr({ header, field: place + 1 })];
  for (const option of Object.values(tcp.option))
    for (const [place, part] of typeof option === "function" ? [] : fieldsIn(option).entries())
      yield [part, typeofs.exthdr({ op: 1, field: place + 1, header: numberOf(part) })];
  for (const part of fieldsIn(ip.option)) {
    const field = OPTION_FIELDS[part.source.words.split(" ").at(-1)!]!;
    yield [part, typeofs.exthdr({ op: 2, field, header: numberOf(part) })];
  }
}

/** Returns the number of an option. */
const numberOf = (part: Part): number => loadOf(part).data?.exthdr?.type ?? 0;

const EITHER = 0xffff_ffff;

function* knownFields(): Generator<Noted> {
  for (const part of [meta, ct, rt, socket].flatMap(fieldsIn)) {
    const { meta: ofMeta, ct: ofCt, rt: ofRt, socket: ofSocket } = loadOf(part).data ?? {};
    const keyNumber = (values: object, key: unknown) => (values as Record<string, number>)[String(key)] ?? 0;
    if (ofMeta) yield [part, typeofs.meta({ key: keyNumber(metaKey.values, ofMeta.key) })];
    if (ofRt) yield [part, typeofs.rt({ key: keyNumber(rtKey.values, ofRt.key) })];
    if (ofSocket) yield [part, typeofs.socket({ key: keyNumber(socketKey.values, ofSocket.key) })];
    const direction = { original: 0, reply: 1 }[String(ofCt?.direction)] ?? EITHER;
    if (ofCt) yield [part, typeofs.ct({ key: keyNumber(ctKey.values, ofCt.key), direction })];
  }
}

/** Returns all fields by which a set can be declared, and how nft notes them. */
export function notedFields(): Noted[] {
  return [...knownFields(), ...headerFields(), ...extensionFields()];
}
