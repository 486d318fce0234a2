import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  binary,
  enumeration,
  type Infer,
  nest,
  required,
  type Scope,
  struct,
  type Type,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { defaultBy, missingMember } from "../../../request.js";

/** Metadata of a packet in the kernel (`TCF_META_ID_*`). */
export const metaId = enumeration("TCF_META_ID_", u16, {
  /** Literal: the number or text in `lvalue` or `rvalue`. */
  value: 0,
  /** A random number. */
  random: 1,
  /** Load average of the last minute, in 1/100. */
  loadavg0: 2,
  /** Load average of the last five minutes, in 1/100. */
  loadavg1: 3,
  /** Load average of the last fifteen minutes, in 1/100. */
  loadavg2: 4,
  /** Link: its index, or its name as text. */
  dev: 5,
  /** `skb->priority`. */
  priority: 6,
  /** Ethernet protocol. */
  protocol: 7,
  /** Packet type, `PACKET_*`. */
  pkttype: 8,
  /** Length of the packet, in bytes. */
  pktlen: 9,
  /** Length of the non-linear data, in bytes. */
  datalen: 10,
  /** Length of the link-layer header, in bytes. */
  maclen: 11,
  /** Firewall mark. */
  nfmark: 12,
  /** `skb->tc_index`, set by `skbedit` or `dsmark`. */
  tcindex: 13,
  /** Realm of the route. */
  rtclassid: 14,
  /** Incoming link according to the route. */
  rtiif: 15,
  /** Address family of the socket. */
  skFamily: 16,
  /** State of the socket, `TCP_*`. */
  skState: 17,
  /** Address reuse allowed, 0 or 1. */
  skReuse: 18,
  /** Link that the socket is bound to: its index, or its name as text. */
  skBoundIf: 19,
  /** Reference count of the socket. */
  skRefcnt: 20,
  /** Directions shut down. */
  skShutdown: 21,
  /** Transport protocol. */
  skProto: 22,
  /** Type of the socket, `SOCK_*`. */
  skType: 23,
  /** Receive buffer limit, in bytes. */
  skRcvbuf: 24,
  /** Memory used by received data, in bytes. */
  skRmemAlloc: 25,
  /** Memory used by data to send, in bytes. */
  skWmemAlloc: 26,
  /** Memory used by options, in bytes. */
  skOmemAlloc: 27,
  /** Data queued to be sent, in bytes. */
  skWmemQueued: 28,
  /** Number of received packets in the queue. */
  skRcvQlen: 29,
  /** Number of packets queued to be sent. */
  skSndQlen: 30,
  /** Number of queued errors. */
  skErrQlen: 31,
  /** Reserved memory, in bytes. */
  skForwardAllocs: 32,
  /** Send buffer limit, in bytes. */
  skSndbuf: 33,
  /** Memory allocation flags, `GFP_*`. */
  skAllocs: 34,
  /** Hash of the socket. */
  skHash: 36,
  /** Linger time, in s. */
  skLingertime: 37,
  /** Number of connections waiting to be accepted. */
  skAckBacklog: 38,
  /** Maximum number of those. */
  skMaxAckBacklog: 39,
  /** Priority of the socket. */
  skPrio: 40,
  /** Minimum number of bytes that wake a reader. */
  skRcvlowat: 41,
  /** Receive timeout, in s. */
  skRcvtimeo: 42,
  /** Send timeout, in s. */
  skSndtimeo: 43,
  /** Offset of the last fragment, in bytes. */
  skSendmsgOff: 44,
  /** Writer waiting, 0 or 1. */
  skWritePending: 45,
  /** VLAN tag. */
  vlanTag: 46,
  /** Hash of the flow. */
  rxhash: 47,
});

/** Type of a comparison (`TCF_META_TYPE_*`). */
export const metaType = enumeration("TCF_META_TYPE_", u16, {
  /** Text. */
  var: 0,
  /** Number. */
  int: 1,
});

/** Operand and its type: `TCF_META_ID_MASK` and `TCF_META_TYPE_MASK` of one word. */
export interface MetaKind {
  /** Operand. */
  id: Infer<typeof metaId>;
  /** Type, the same on both sides. */
  type: Infer<typeof metaType>;
}

function numberOf(names: Readonly<Record<string, number>>, name: string | number | undefined): number {
  const number = typeof name === "string" && Object.hasOwn(names, name) ? names[name] : name;
  if (typeof number !== "number")
    throw new EncodeError(`${name} is not one of ${Object.keys(names).join(", ")}`);
  return number;
}
const nameOf = <N extends string>(names: Readonly<Record<N, number>>, number: number): N | number =>
  (Object.keys(names) as N[]).find((name) => names[name] === number) ?? number;

/** Layout of the word: `type << 12 | id`. */
const metaKind: Type<MetaKind> & { readonly size: number } = {
  name: "u16",
  size: 2,
  read(view, at, end) {
    const word = u16.read(view, at, end);
    return { id: nameOf(metaId.values, word & 0x7ff), type: nameOf(metaType.values, word >> 12) };
  },
  write(out, { id, type = "int" }) {
    if (id === undefined) throw missingMember("id");
    u16.write(out, (numberOf(metaType.values, type) << 12) | numberOf(metaId.values, id));
  },
};

/** Side of a comparison (`struct tcf_meta_val`). */
export const metaVal = struct("tcf_meta_val", {
  /** Operand and its type. */
  kind: required(metaKind),
  /** Right shift of a number before the comparison, in bits; of a text, number of bytes to skip. */
  shift: u8,
  /** Operator, of the left side: 0 equal, 1 greater, 2 less (`TCF_EM_OPND_*`). */
  op: u8,
});
/** Side of a comparison. */
export interface MetaVal extends Infer<typeof metaVal> {}

/** Returns a literal of the same type as the left side. */
const valueFor = ({ left }: { left?: Partial<MetaVal> }): MetaVal => ({
  kind: { id: "value", type: left?.kind?.type ?? "int" },
  shift: 0,
  op: 0,
});

/** Both sides of a comparison (`struct tcf_meta_hdr`). */
export const metaHdr = struct("tcf_meta_hdr", {
  /** Left side. */
  left: required({ ...nest<MetaVal>(metaVal), size: 4 }),
  /** Right side; a literal by default. */
  right: defaultBy({ ...nest<MetaVal>(metaVal), size: 4 }, valueFor),
});
/** Both sides of a comparison. */
export interface MetaHdr extends Infer<typeof metaHdr> {}

const isText = (scope: Scope | undefined) =>
  (scope?.value.hdr as MetaHdr | undefined)?.left.kind.type === "var";

/** Value compared with metadata: a number, or bytes. */
export interface MetaValue extends Type<number | Uint8Array> {}

/** Layout of a number, or of a text in a comparison of texts. */
const metaValue: MetaValue = {
  name: "u32",
  scoped: true,
  late: true,
  read: (view, at, end, scope) => (isText(scope) ? binary : u32).read(view, at, end),
  write: (out, value) => (typeof value === "number" ? u32.write(out, value) : binary.write(out, value)),
};

/** Comparison of metadata (`TCA_EM_META_*`). */
export const ematchMetaAttributes = attributes("ematch-meta-attrs", "TCA_EM_META_", {
  /** Both sides. */
  hdr: [1, nest<MetaHdr>(metaHdr)],
  /** Value of the left side: the mask of a number, or the text. */
  lvalue: [2, metaValue],
  /** Value of the right side, likewise; the number itself when its operand is `"value"`. */
  rvalue: [3, metaValue],
});
/** Comparison of metadata. */
export interface EmatchMeta extends Infer<typeof ematchMetaAttributes> {}
