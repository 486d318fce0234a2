import {
  array,
  attributes,
  chars,
  derived,
  enumeration,
  type Infer,
  message,
  nest,
  refine,
  required,
  type Sized,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../common/nfgenmsg.js";

/** Meanings of a window size (`OSF_WSS_*`). */
const osfWss = enumeration("OSF_WSS_", u32, {
  /** The size itself; 0 matches any. */
  plain: 0,
  /** A multiple of the largest segment. */
  mss: 1,
  /** A multiple of the largest packet. */
  mtu: 2,
  /** A divisor of the size. */
  modulo: 3,
});

/** Options of TCP (`OSFOPT_*`). */
const osfOption = enumeration("OSFOPT_", u16, {
  /** End of the options. */
  eol: 0,
  /** Filler. */
  nop: 1,
  /** Largest segment. */
  mss: 2,
  /** Window scale. */
  wso: 3,
  /** Selective acknowledgements are permitted. */
  sackp: 4,
  /** Selective acknowledgements. */
  sack: 5,
  echo: 6,
  echoreply: 7,
  /** Timestamps. */
  ts: 8,
  /** Partial order of the connection is permitted. */
  pocp: 9,
  /** Service of partial order. */
  posp: 10,
  empty: 255,
});

/** Number and its meaning (`struct nf_osf_wc`). */
const nfOsfWc = struct("nf_osf_wc", {
  /** Meaning of the number. */
  wc: osfWss,
  /** Number. */
  val: u32,
});
/** Number and its meaning. */
export interface NfOsfWc extends Infer<typeof nfOsfWc> {}

/** Option of TCP in a fingerprint (`struct nf_osf_opt`). */
const nfOsfOpt = struct("nf_osf_opt", {
  /** Option. */
  kind: osfOption,
  /** Bytes of the option, with its kind and length. */
  length: u16,
  /** Value of the option. */
  wc: nfOsfWc,
});
/** Option of TCP in a fingerprint. */
export interface NfOsfOpt extends Infer<typeof nfOsfOpt> {}

const MOST_OPTIONS = 40;
const NO_OPTION: NfOsfOpt = { kind: "eol", length: 0, wc: { wc: "plain", val: 0 } };
const options = array<NfOsfOpt>(nfOsfOpt, MOST_OPTIONS);

/** Options without the unused ones at the end, each of which is zero bytes. */
const usedOptions = refine(options, {
  read: (...at) => {
    const all = options.read(...at);
    return all.slice(0, all.findLastIndex(({ length }) => length !== 0) + 1);
  },
  write(out, values, scope) {
    const unused = Array.isArray(values) ? Math.max(0, MOST_OPTIONS - values.length) : 0;
    options.write(out, unused === 0 ? values : [...values, ...Array(unused).fill(NO_OPTION)], scope);
  },
}) as Sized<NfOsfOpt[]>;

/** Fingerprint (`struct nf_osf_user_finger`). */
export const nfOsfUserFinger = struct("nf_osf_user_finger", {
  /** Window size. */
  wss: nfOsfWc,
  /** Initial time to live. */
  ttl: required(u8),
  /** 1 if packets must not be fragmented, else 0. */
  df: u8,
  /** Bytes of the whole SYN packet. */
  ss: required(u16),
  /** Largest segment. Not compared. */
  mss: u16,
  /** Number of options; filled in from `opt`. */
  optNum: derived(u16, ({ opt = [] }: { opt?: readonly unknown[] }) => opt.length),
  /** Name of the system, of at most 31 bytes: `"Linux"`. */
  genre: required(chars(32)),
  /** Its version. */
  version: chars(32),
  /** Its subtype. */
  subtype: chars(32),
  /** Options of TCP in their order, at most 40. */
  opt: usedOptions,
});
/** Fingerprint: the properties of SYN packets by which an operating system is told. */
export interface NfOsfUserFinger extends Infer<typeof nfOsfUserFinger> {}

/** Attributes of fingerprints (`OSF_ATTR_*`). */
export const osfAttributes = attributes("osf-attrs", "OSF_ATTR_", {
  /** Fingerprint. */
  finger: [1, nest<NfOsfUserFinger>(nfOsfUserFinger)],
});

/** Layout of `OSF_MSG_*`. */
export const osfMessage = message("osf", nfgenmsg, osfAttributes);
/** A fingerprint of an operating system. */
export interface Osf extends Infer<typeof osfMessage> {}
