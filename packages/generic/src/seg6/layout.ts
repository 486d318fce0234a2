import {
  attributes,
  binary,
  enumeration,
  type Infer,
  ipv6,
  message,
  padding,
  s32,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Hash functions of keys (`SEG6_HMAC_ALGO_*`). */
export const seg6HmacAlgorithm = enumeration("SEG6_HMAC_ALGO_", u8, {
  /** SHA-1. */
  sha1: 1,
  /** SHA-256. */
  sha256: 2,
});

/** Attributes of segment routing (`SEG6_ATTR_*`). */
const seg6Attributes = attributes("seg6", "SEG6_ATTR_", {
  /** Source address of tunnels; `"::"` has the kernel choose one of the link. */
  dst: [1, ipv6],
  /** No kernel uses it. */
  dstlen: [2, s32],
  /** Number of the key, which packets name; not 0. */
  hmackeyid: [3, u32],
  /** The key, of up to 64 bytes. */
  secret: [4, binary],
  /** Its length in bytes; follows from the key. 0 removes it. */
  secretlen: [5, u8],
  /** Hash function; see {@link seg6HmacAlgorithm}. */
  algid: [6, seg6HmacAlgorithm],
  /** No kernel uses it. */
  hmacinfo: [7, padding],
});

/** Layout of `SEG6_CMD_*`. */
export const seg6Message = message("seg6", genlmsghdr, seg6Attributes);
interface Seg6Message extends Infer<typeof seg6Message> {}

/** The source address of tunnels. */
export interface Seg6TunnelSource extends Pick<Seg6Message, "dst"> {}
/** A key that signs and verifies segment routing headers. */
export interface Seg6Hmac extends Pick<Seg6Message, "hmackeyid" | "secret" | "secretlen" | "algid"> {}
