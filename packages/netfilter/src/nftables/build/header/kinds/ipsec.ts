import { transport } from "../../compile/protocol.js";
import { integer } from "../../value/data-type.js";
import { inetProto } from "../../value/types.js";
import { columns } from "../header.js";

const number = (bits: number) => integer(bits, "network");
const ofAh = columns({ name: "ah", base: "transport", protocol: transport("ah", 51) });
const ofEsp = columns({ name: "esp", base: "transport", protocol: transport("esp", 50) });
const ofComp = columns({ name: "comp", base: "transport", protocol: transport("comp", 108) });

/** Authentication header of IPsec. */
export const ah = {
  /** Next header. */
  nexthdr: ofAh.field("nexthdr", 0, inetProto),
  /** Length of the header, in words of 4 bytes less 2. */
  hdrlength: ofAh.field("hdrlength", 8, number(8)),
  /** Reserved bits. */
  reserved: ofAh.field("reserved", 16, number(16)),
  /** Security parameter index. */
  spi: ofAh.field("spi", 32, number(32)),
  /** Sequence number. */
  sequence: ofAh.field("sequence", 64, number(32)),
} as const;

/** Encapsulating security payload of IPsec. */
export const esp = {
  /** Security parameter index. */
  spi: ofEsp.field("spi", 0, number(32)),
  /** Sequence number. */
  sequence: ofEsp.field("sequence", 32, number(32)),
} as const;

/** Header of compressed payload of IPsec. */
export const comp = {
  /** Next header. */
  nexthdr: ofComp.field("nexthdr", 0, inetProto),
  /** Flags. */
  flags: ofComp.field("flags", 8, number(8)),
  /** Compression parameter index. */
  cpi: ofComp.field("cpi", 16, number(16)),
} as const;
