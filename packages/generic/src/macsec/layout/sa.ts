import { EncodeError } from "@rxnetlink/core";
import {
  attributes,
  be32,
  bytes,
  type Infer,
  nest,
  padding,
  readOnly,
  secretBinary,
  type Type,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type MacsecSaStats, macsecSaStatsAttributes } from "./stats.js";

/** A packet number: a number of 32 bits, or a `bigint` of 64 bits where the cipher suite has those (XPN). */
const packetNumber: Type<number | bigint> = {
  name: "packet number",
  toJson: (value) => (typeof value === "bigint" ? String(value) : value),
  fromJson: (json) => (typeof json === "string" ? u64.fromJson!(json) : (json as number)),
  parse: (text) => (text.endsWith("n") ? u64.parse!(text.slice(0, -1)) : u32.parse!(text)),
  read: (view, at, end) => (end - at < 8 ? u32.read(view, at, end) : u64.read(view, at, end)),
  write(out, value) {
    if (typeof value === "bigint") return u64.write(out, value);
    if (typeof value !== "number") throw new EncodeError("is neither a number nor a bigint");
    u32.write(out, value);
  },
};

/** Attributes of associations (`MACSEC_SA_ATTR_*`). */
export const macsecSaAttributes = attributes("macsec-sa-attrs", "MACSEC_SA_ATTR_", {
  /** Number of the association in its channel, 0 to 3. */
  an: [1, u8],
  /** 1 if it is in use, else 0. */
  active: [2, u8],
  /** Next packet number: a number, or a `bigint` where the cipher suite has extended ones. */
  pn: [3, packetNumber],
  /** Key, of the length that the cipher suite needs. Write-only. */
  key: [4, secretBinary],
  /** Name of the key, 16 bytes. */
  keyid: [5, bytes(16)],
  /** Counters. Read-only. */
  stats: [6, readOnly(nest<MacsecSaStats>(macsecSaStatsAttributes))],
  /** Alignment. */
  pad: [7, padding],
  /** Short identifier of the channel, for extended packet numbers; since 5.7. */
  ssci: [8, be32],
  /** Salt of 12 bytes, for extended packet numbers. Write-only, since 5.7. */
  salt: [9, secretBinary],
});
/** An association of a channel: one key, and the number of the next packet. */
export interface MacsecSa extends Infer<typeof macsecSaAttributes> {}
