import {
  attributes,
  be32,
  enumeration,
  flags,
  type Infer,
  inRequests,
  nest,
  u8,
} from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { join } from "../words.js";

/** Kinds of extension headers and options (`NFT_EXTHDR_OP_*`). */
export const exthdrOp = enumeration("NFT_EXTHDR_OP_", be32, {
  /** Extension header of IPv6. */
  ipv6: 0,
  /** Option of TCP. */
  tcpopt: 1,
  /** Option of IPv4; since 5.3. */
  ipv4: 2,
  /** Chunk of SCTP; since 5.14. */
  sctp: 3,
  /** Option of DCCP; since 6.4. */
  dccp: 4,
});

/** Flags of `exthdr` (`NFT_EXTHDR_F_*`). */
export const exthdrFlags = flags("NFT_EXTHDR_F_", be32, {
  /** Loads 1 if the header is there, else 0, in 1 byte. */
  present: 1,
});

/** Attributes of `exthdr` (`NFTA_EXTHDR_*`). */
export const exprExthdrAttributes = attributes("expr-exthdr-attrs", "NFTA_EXTHDR_", {
  /** Register that receives the bytes, to load. */
  dreg: [1, register],
  /** Number of the header or option. */
  type: [2, u8],
  /** Number of bytes between its start and the first byte. */
  offset: [3, be32],
  /** Number of bytes. */
  len: [4, be32],
  /** Flags. */
  flags: [5, exthdrFlags],
  /** Kind of the header; `"ipv6"` by default. */
  op: [6, exthdrOp],
  /** Register with the bytes to write, to change a TCP option; without any register the option is removed. */
  sreg: [7, register],
});
/** Loads bytes of an extension header or option into a register, or changes a TCP option. */
export interface ExthdrExpr extends Infer<typeof exprExthdrAttributes> {}

/**
 * Layout of {@link ExthdrExpr}. The kernel reports members that it refuses in requests: no flags may come with `sreg`, and no
 * place without a register.
 */
export const exprExthdr = inRequests(nest<ExthdrExpr>(exprExthdrAttributes), (exthdr) => {
  const { flags, offset, len, ...rest } = exthdr;
  if (exthdr.dreg !== undefined) return exthdr;
  const place = { ...(offset !== undefined && { offset }), ...(len !== undefined && { len }) };
  return { ...rest, ...(exthdr.sreg === undefined && !offset && !len ? {} : place), ...(flags && { flags }) };
});

const KINDS: Readonly<Record<string, string>> = { ipv6: "ipv6", tcpopt: "tcpopt", ipv4: "ipv4" };

/** Returns `exthdr` in nft's notation, which has no word for SCTP and DCCP. */
export function exthdrText({
  dreg,
  sreg,
  op = "ipv6",
  type = 0,
  offset = 0,
  len = 0,
  flags = 0,
}: ExthdrExpr): string {
  const [kind, place] = [KINDS[op], `${len}b @ ${type} + ${offset}`];
  if (dreg !== undefined) return join("load", kind, place, flags & 1 ? "present" : "", `=> reg ${dreg}`);
  return sreg === undefined ? join("reset", kind, `${type}`) : join("write", kind, `reg ${sreg} => ${place}`);
}
