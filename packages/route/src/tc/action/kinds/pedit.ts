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
} from "@rxnetlink/core/schema";
import { keysIf, replacedWhole, withCount, withDefaults } from "../../request.js";
import { type TcfT, tcfT, tcGenOk } from "../act-gen.js";

/** Headers from which offsets of `pedit` count (`TCA_PEDIT_KEY_EX_HDR_TYPE_*`). */
export const peditHeader = enumeration("TCA_PEDIT_KEY_EX_HDR_TYPE_", u16, {
  /** Network header. */
  network: 0,
  /** Ethernet header. */
  eth: 1,
  /** IPv4 header. */
  ip4: 2,
  /** IPv6 header. */
  ip6: 3,
  /** TCP header. */
  tcp: 4,
  /** UDP header. */
  udp: 5,
});

/** Operations of `pedit` on a word (`TCA_PEDIT_KEY_EX_CMD_*`). */
export const peditCommand = enumeration("TCA_PEDIT_KEY_EX_CMD_", u16, {
  /** Sets the word. */
  set: 0,
  /** Adds to the word. */
  add: 1,
});

/** Word that `pedit` edits (`struct tc_pedit_key`). */
export const peditKey = struct("tc_pedit_key", {
  /** Mask of the bits to keep; none by default. */
  mask: be32,
  /** Value that is then combined with the word by exclusive or. */
  val: be32,
  /** Offset of the word, in bytes. */
  off: required(u32),
  /** Offset of a byte whose value, under `offmask`, is added to `off`. */
  at: u32,
  /** Mask for that byte; 0 adds nothing. */
  offmask: u32,
  /** Number of bits by which that byte is shifted right. */
  shift: u32,
});
/** Word that `pedit` edits. */
export interface PeditKey extends Infer<typeof peditKey> {}

/** Parameters of `pedit` (`struct tc_pedit_sel`). */
export const peditSelLayout = struct(
  "tc_pedit_sel",
  extend(tcGenOk, {
    /** Number of words; written from `keys`. */
    nkeys: u8,
    /** Not used. */
    flags: u8,
    _: pad(2),
    /** Words to edit. */
    keys: packed(nest<PeditKey>(peditKey)),
  }),
);
/** Parameters of `pedit`. */
export interface PeditSel extends Infer<typeof peditSelLayout> {}

/** Layout of {@link PeditSel} with `nkeys` filled in. */
const peditSel = withCount(nest<PeditSel>(peditSelLayout), "nkeys", "keys");

/** Extension of a word: header and operation (`TCA_PEDIT_KEY_EX_*`). */
export const peditKeyExAttributes = attributes("pedit-key-ex-attrs", "TCA_PEDIT_KEY_EX_", {
  /** Header from which the offset counts. */
  htype: [1, peditHeader],
  /** Operation. */
  cmd: [2, peditCommand],
});
/** Extension of a word: header and operation. */
export interface PeditKeyEx extends Infer<typeof peditKeyExAttributes> {}

/** Extensions of the words (`TCA_PEDIT_*`). */
export const peditKeysExAttributes = attributes("pedit-keys-ex-attrs", "TCA_PEDIT_", {
  /** One extension for each word. */
  keyEx: [6, repeated(nest<PeditKeyEx>(peditKeyExAttributes))],
});
/** Extensions of the words. */
export interface PeditKeysEx extends Infer<typeof peditKeysExAttributes> {}

/** Settings of `pedit`: edits words of the packet (`TCA_PEDIT_*`). */
export const actPeditAttributes = attributes("act-pedit-attrs", "TCA_PEDIT_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters whose offsets count from the network header. */
  parms: [2, peditSel],
  /** Alignment. */
  pad: [3, padding],
  /** Parameters that go with `keysEx`. */
  parmsEx: [4, peditSel],
  /** Headers and operations for `parmsEx`. */
  keysEx: [5, nest<PeditKeysEx>(peditKeysExAttributes)],
  /** Used only inside `keysEx`. */
  keyEx: [6, binary],
});
/** Settings of `pedit`: edits words of the packet. */
export interface PeditAction extends Infer<typeof actPeditAttributes> {}

/**
 * Layout of {@link PeditAction}, which the kernel replaces as a whole; one form of the parameters displaces the
 * other.
 */
export const actPedit = withDefaults(
  replacedWhole(nest<PeditAction>(actPeditAttributes), ({ parms, parmsEx }) => [
    ...keysIf(parms !== undefined, "parmsEx", "keysEx"),
    ...keysIf(parmsEx !== undefined, "parms"),
  ]),
  (given) => (given.parmsEx === undefined ? { parms: {}, ...given } : given),
);
