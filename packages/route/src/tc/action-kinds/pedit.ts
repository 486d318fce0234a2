import {
  attributes,
  be32,
  binary,
  enumeration,
  extend,
  type Infer,
  nest,
  packed,
  pad,
  padding,
  readOnly,
  repeated,
  required,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core";
import { type TcfT, tcfT, tcGenOk } from "../action/act-gen.js";
import { filled, replaced, where } from "../request.js";
import { counted } from "../values/counted.js";

/** From where an offset of `pedit` counts (`TCA_PEDIT_KEY_EX_HDR_TYPE_*`). */
export const peditHeader = enumeration("TCA_PEDIT_KEY_EX_HDR_TYPE_", u16, {
  /** The network header. */
  network: 0,
  /** The Ethernet header. */
  eth: 1,
  /** The IPv4 header. */
  ip4: 2,
  /** The IPv6 header. */
  ip6: 3,
  /** The TCP header. */
  tcp: 4,
  /** The UDP header. */
  udp: 5,
});

/** What `pedit` does with a word (`TCA_PEDIT_KEY_EX_CMD_*`). */
export const peditCommand = enumeration("TCA_PEDIT_KEY_EX_CMD_", u16, {
  /** Sets it. */
  set: 0,
  /** Adds to it. */
  add: 1,
});

/** A word that `pedit` changes (`struct tc_pedit_key`). */
export const peditKey = struct("tc_pedit_key", {
  /** Bits that stay; none by default. */
  mask: be32,
  /** Bits that change, after that, by exclusive or. */
  val: be32,
  /** Where the word is, in bytes. */
  off: required(u32),
  /** Place of a byte that is added to that; with `offmask`. */
  at: u32,
  /** Which bits of that byte; 0 is none. */
  offmask: u32,
  /** By how much they are shifted right. */
  shift: u32,
});
/** A word that `pedit` changes. */
export interface PeditKey extends Infer<typeof peditKey> {}

/** Parameters of `pedit` (`struct tc_pedit_sel`). */
export const peditSelLayout = struct(
  "tc_pedit_sel",
  extend(tcGenOk, {
    /** How many words there are; written as they are many. */
    nkeys: u8,
    /** Not used. */
    flags: u8,
    _: pad(2),
    /** The words. */
    keys: packed(nest<PeditKey>(peditKey)),
  }),
);
/** Parameters of `pedit`. */
export interface PeditSel extends Infer<typeof peditSelLayout> {}

/** The same, with `nkeys` filled in. */
const peditSel = counted(nest<PeditSel>(peditSelLayout), "nkeys", "keys");

/** What is said of a word besides (`TCA_PEDIT_KEY_EX_*`). */
export const peditKeyExAttributes = attributes("pedit-key-ex-attrs", "TCA_PEDIT_KEY_EX_", {
  /** From where its offset counts. */
  htype: [1, peditHeader],
  /** What is done with it. */
  cmd: [2, peditCommand],
});
/** What is said of a word besides. */
export interface PeditKeyEx extends Infer<typeof peditKeyExAttributes> {}

/** What is said of the words besides (`TCA_PEDIT_*`). */
export const peditKeysExAttributes = attributes("pedit-keys-ex-attrs", "TCA_PEDIT_", {
  /** One for each word. */
  keyEx: [6, repeated(nest<PeditKeyEx>(peditKeyExAttributes))],
});
/** What is said of the words besides. */
export interface PeditKeysEx extends Infer<typeof peditKeysExAttributes> {}

/** Settings of `pedit`: words of the packet are changed (`TCA_PEDIT_*`). */
export const actPeditAttributes = attributes("act-pedit-attrs", "TCA_PEDIT_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters, from the network header. */
  parms: [2, peditSel],
  /** Alignment. */
  pad: [3, padding],
  /** Parameters, with `keysEx`. */
  parmsEx: [4, peditSel],
  /** From where the offsets count. */
  keysEx: [5, nest<PeditKeysEx>(peditKeysExAttributes)],
  /** Only inside `keysEx`. */
  keyEx: [6, binary],
});
/** Settings of `pedit`: words of the packet are changed. */
export interface PeditAction extends Infer<typeof actPeditAttributes> {}

/** The same, which the kernel replaces as a whole; the parameters are of one form or the other. */
export const actPedit = filled(
  replaced(nest<PeditAction>(actPeditAttributes), ({ parms, parmsEx }) => [
    ...where(parms !== undefined, "parmsEx", "keysEx"),
    ...where(parmsEx !== undefined, "parms"),
  ]),
  (given) => (given.parmsEx === undefined ? { parms: {}, ...given } : given),
);
