import {
  attributes,
  binary,
  EncodeError,
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
} from "@rxnetlink/core";
import { defaultBy, missing } from "../../request.js";

/** What the kernel knows of a packet (`TCF_META_ID_*`). */
export const metaId = enumeration("TCF_META_ID_", u16, {
  /** Not of the packet: the number or text beside. */
  value: 0,
  /** A random number. */
  random: 1,
  /** Load of the machine in the last minute, in 1/100. */
  loadavg0: 2,
  /** In the last five minutes. */
  loadavg1: 3,
  /** In the last fifteen minutes. */
  loadavg2: 4,
  /** Link: its index, or its name as text. */
  dev: 5,
  /** `skb->priority`. */
  priority: 6,
  /** Ethernet protocol. */
  protocol: 7,
  /** To whom it is, `PACKET_*`. */
  pkttype: 8,
  /** Length of the packet, in bytes. */
  pktlen: 9,
  /** Of that, what is not linear, in bytes. */
  datalen: 10,
  /** Length of the link-layer header, in bytes. */
  maclen: 11,
  /** Firewall mark. */
  nfmark: 12,
  /** What `skbedit` or a `dsmark` left, `skb->tc_index`. */
  tcindex: 13,
  /** Realm of the route. */
  rtclassid: 14,
  /** Link that the route says it came in by. */
  rtiif: 15,
  /** Address family of the socket. */
  skFamily: 16,
  /** State of the socket, `TCP_*`. */
  skState: 17,
  /** Whether its address may be reused. */
  skReuse: 18,
  /** Link that the socket is bound to: its index, or its name as text. */
  skBoundIf: 19,
  /** How many hold the socket. */
  skRefcnt: 20,
  /** Which directions are shut down. */
  skShutdown: 21,
  /** Transport protocol. */
  skProto: 22,
  /** Type of the socket, `SOCK_*`. */
  skType: 23,
  /** Limit of what it receives, in bytes. */
  skRcvbuf: 24,
  /** Memory of what it has received, in bytes. */
  skRmemAlloc: 25,
  /** Memory of what it sends, in bytes. */
  skWmemAlloc: 26,
  /** Memory of its options, in bytes. */
  skOmemAlloc: 27,
  /** What is queued to be sent, in bytes. */
  skWmemQueued: 28,
  /** Packets that it has received. */
  skRcvQlen: 29,
  /** Packets that are queued to be sent. */
  skSndQlen: 30,
  /** Errors that are queued. */
  skErrQlen: 31,
  /** Memory that it has reserved, in bytes. */
  skForwardAllocs: 32,
  /** Limit of what it sends, in bytes. */
  skSndbuf: 33,
  /** How its memory is allocated, `GFP_*`. */
  skAllocs: 34,
  /** Hash of the socket. */
  skHash: 36,
  /** How long it lingers, in s. */
  skLingertime: 37,
  /** Connections that wait to be accepted. */
  skAckBacklog: 38,
  /** Limit of those. */
  skMaxAckBacklog: 39,
  /** Priority of the socket. */
  skPrio: 40,
  /** Least bytes that wake a reader. */
  skRcvlowat: 41,
  /** Longest wait of a reader, in s. */
  skRcvtimeo: 42,
  /** Longest wait of a writer, in s. */
  skSndtimeo: 43,
  /** Offset of the last fragment, in bytes. */
  skSendmsgOff: 44,
  /** Whether a writer waits. */
  skWritePending: 45,
  /** Tag of the VLAN. */
  vlanTag: 46,
  /** Hash of the flow. */
  rxhash: 47,
});

/** How a value is compared (`TCF_META_TYPE_*`). */
export const metaType = enumeration("TCF_META_TYPE_", u16, {
  /** As text. */
  var: 0,
  /** As a number. */
  int: 1,
});

/** What is compared, and as what: `TCF_META_ID_MASK` and `TCF_META_TYPE_MASK` of one word. */
export interface MetaKind {
  /** What. */
  id: Infer<typeof metaId>;
  /** As what; that of both sides must be the same. */
  type: Infer<typeof metaType>;
}

function numberOf(names: Readonly<Record<string, number>>, name: string | number | undefined): number {
  const number = typeof name === "string" && Object.hasOwn(names, name) ? names[name] : name;
  if (typeof number !== "number")
    throw new EncodeError(`${name} is none of ${Object.keys(names).join(", ")}`);
  return number;
}
const nameOf = <N extends string>(names: Readonly<Record<N, number>>, number: number): N | number =>
  (Object.keys(names) as N[]).find((name) => names[name] === number) ?? number;

/** The two in one word: `type << 12 | id`. */
const metaKind: Type<MetaKind> & { readonly size: number } = {
  name: "u16",
  size: 2,
  read(view, at, end) {
    const word = u16.read(view, at, end);
    return { id: nameOf(metaId.values, word & 0x7ff), type: nameOf(metaType.values, word >> 12) };
  },
  write(out, { id, type = "int" }) {
    if (id === undefined) throw missing("id");
    u16.write(out, (numberOf(metaType.values, type) << 12) | numberOf(metaId.values, id));
  },
};

/** One side of a comparison (`struct tcf_meta_val`). */
export const metaVal = struct("tcf_meta_val", {
  /** What. */
  kind: required(metaKind),
  /** By how many bits it is shifted right first; of a text, how many bytes are skipped. */
  shift: u8,
  /** 0 equal, 1 greater, 2 less (`TCF_EM_OPND_*`); of the left side. */
  op: u8,
});
/** One side of a comparison. */
export interface MetaVal extends Infer<typeof metaVal> {}

/** What is beside, to be compared in the same way. */
const valueFor = ({ left }: { left?: Partial<MetaVal> }): MetaVal => ({
  kind: { id: "value", type: left?.kind?.type ?? "int" },
  shift: 0,
  op: 0,
});

/** What is compared with what (`struct tcf_meta_hdr`). */
export const metaHdr = struct("tcf_meta_hdr", {
  /** What. */
  left: required({ ...nest<MetaVal>(metaVal), size: 4 }),
  /** With what; a number or text by default. */
  right: defaultBy({ ...nest<MetaVal>(metaVal), size: 4 }, valueFor),
});
/** What is compared with what. */
export interface MetaHdr extends Infer<typeof metaHdr> {}

const isText = (scope: Scope | undefined) =>
  (scope?.value.hdr as MetaHdr | undefined)?.left.kind.type === "var";

/** A value that metadata is compared with: a number, or bytes. */
export interface MetaValue extends Type<number | Uint8Array> {}

/** A number, or a text where texts are compared. */
const metaValue: MetaValue = {
  name: "u32",
  scoped: true,
  late: true,
  read: (view, at, end, scope) => (isText(scope) ? binary : u32).read(view, at, end),
  write: (out, value) => (typeof value === "number" ? u32.write(out, value) : binary.write(out, value)),
};

/** What the kernel knows of a packet is compared (`TCA_EM_META_*`). */
export const ematchMetaAttributes = attributes("ematch-meta-attrs", "TCA_EM_META_", {
  /** What with what. */
  hdr: [1, nest<MetaHdr>(metaHdr)],
  /** Of the left side: the mask of a number, or the text. */
  lvalue: [2, metaValue],
  /** Of the right side, likewise; the number itself where it is `"value"`. */
  rvalue: [3, metaValue],
});
/** What the kernel knows of a packet is compared. */
export interface EmatchMeta extends Infer<typeof ematchMetaAttributes> {}
