import {
  attributes,
  binary,
  enumeration,
  type Infer,
  nest,
  type Scope,
  struct,
  type Type,
  u8,
  u16,
  u32,
} from "@rxnetlink/core";

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
  priority: 6,
  protocol: 7,
  pkttype: 8,
  pktlen: 9,
  datalen: 10,
  maclen: 11,
  nfmark: 12,
  tcindex: 13,
  /** Realm of the route. */
  rtclassid: 14,
  /** Link that the route says it came in by. */
  rtiif: 15,
  skFamily: 16,
  skState: 17,
  skReuse: 18,
  skBoundIf: 19,
  skRefcnt: 20,
  skShutdown: 21,
  skProto: 22,
  skType: 23,
  skRcvbuf: 24,
  skRmemAlloc: 25,
  skWmemAlloc: 26,
  skOmemAlloc: 27,
  skWmemQueued: 28,
  skRcvQlen: 29,
  skSndQlen: 30,
  skErrQlen: 31,
  skForwardAllocs: 32,
  skSndbuf: 33,
  skAllocs: 34,
  skHash: 36,
  skLingertime: 37,
  skAckBacklog: 38,
  skMaxAckBacklog: 39,
  skPrio: 40,
  skRcvlowat: 41,
  skRcvtimeo: 42,
  skSndtimeo: 43,
  skSendmsgOff: 44,
  skWritePending: 45,
  vlanTag: 46,
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

const numberOf = (names: Readonly<Record<string, number>>, name: string | number) =>
  typeof name === "number" ? name : names[name]!;
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
  write(out, { id, type }) {
    u16.write(out, (numberOf(metaType.values, type) << 12) | numberOf(metaId.values, id));
  },
};

/** One side of a comparison (`struct tcf_meta_val`). */
export const metaVal = struct("tcf_meta_val", {
  /** What. */
  kind: metaKind,
  /** By how many bits it is shifted right first; of a text, how many bytes are skipped. */
  shift: u8,
  /** 0 equal, 1 greater, 2 less (`TCF_EM_OPND_*`); of the left side. */
  op: u8,
});
/** One side of a comparison. */
export interface MetaVal extends Infer<typeof metaVal> {}

/** What is compared with what (`struct tcf_meta_hdr`). */
export const metaHdr = struct("tcf_meta_hdr", {
  /** What. */
  left: { ...nest<MetaVal>(metaVal), size: 4 },
  /** With what. */
  right: { ...nest<MetaVal>(metaVal), size: 4 },
});
/** What is compared with what. */
export interface MetaHdr extends Infer<typeof metaHdr> {}

const isText = (scope: Scope | undefined) =>
  (scope?.value.hdr as MetaHdr | undefined)?.left.kind.type === "var";

/** A number, or a text where texts are compared. */
const metaValue: Type<number | Uint8Array> = {
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
