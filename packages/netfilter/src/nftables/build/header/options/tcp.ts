import { type DataType, integer } from "../../value/data-type.js";
import { extensionField, extensionPresence, extensionReset } from "../exthdr.js";

const extension = (name: string, type: number) =>
  ({ words: `tcp option ${name}`, op: "tcpopt", type, needs: [] }) as const;

/** Returns what all options have. */
const common = (name: string, type: number) => ({
  ...extensionPresence(extension(name, type)),
  /** Overwrites the option with no-operations; since 5.19. */
  reset: () => extensionReset(extension(name, type)),
});

/** Returns what all options with a length have. */
const sized = (name: string, type: number) => ({
  ...common(name, type),
  /** Length in bytes. */
  length: at(name, type, "length", 8, 8),
});

const at = (name: string, type: number, field: string, offset: number, bits: number) =>
  extensionField(extension(name, type), field, offset, integer(bits, "network"));

const [MAXSEG, WINDOW, SACK, TIMESTAMP, MPTCP] = [2, 3, 5, 8, 30];

/** Returns a block of selective acknowledgements, 0 to 3. */
const block = (index: number) => ({
  /** First byte. */
  left: at(index === 0 ? "sack" : `sack${index}`, SACK, "left", 16 + 64 * index, 32),
  /** First byte after it. */
  right: at(index === 0 ? "sack" : `sack${index}`, SACK, "right", 48 + 64 * index, 32),
});

/** Options of TCP; each has `exists()`, `missing()` and `reset()`. */
export const tcpOptions = {
  /** End of the list. */
  eol: common("eol", 0),
  /** No operation. */
  nop: common("nop", 1),
  /** Maximum segment size. */
  maxseg: {
    ...sized("maxseg", MAXSEG),
    /** Segment size in bytes. */
    size: at("maxseg", MAXSEG, "size", 16, 16),
  },
  /** Window scale. */
  window: {
    ...sized("window", WINDOW),
    /** Number of bits by which windows are shifted. */
    count: at("window", WINDOW, "count", 16, 8),
  },
  /** Permission of selective acknowledgements. */
  sackPerm: sized("sack-perm", 4),
  /** Selective acknowledgements: up to four blocks, the first one also as `left` and `right`. */
  sack: { ...sized("sack", SACK), ...block(0), block },
  /** Timestamps. */
  timestamp: {
    ...sized("timestamp", TIMESTAMP),
    /** Timestamp of the sender. */
    tsval: at("timestamp", TIMESTAMP, "tsval", 16, 32),
    /** Timestamp that it echoes. */
    tsecr: at("timestamp", TIMESTAMP, "tsecr", 48, 32),
  },
  /** MD5 signature. */
  md5sig: sized("md5sig", 19),
  /** Multipath TCP. */
  mptcp: {
    ...sized("mptcp", MPTCP),
    /** Subtype. */
    subtype: at("mptcp", MPTCP, "subtype", 16, 4),
  },
  /** Fast open. */
  fastopen: sized("fastopen", 34),
  /** Returns an option by its number: `tcp.option.kind(6).exists()`. */
  kind: (type: number) => common(String(type), type),
  /** Returns bits of an option by its number: `tcp.option.raw(255, 8, 8).eq(1)`, in nft `tcp option @255,8,8 1`. */
  raw: (type: number, offset: number, bits: number) =>
    extensionField(
      { ...extension("", type), words: "" },
      `@${type},${offset},${bits}`,
      offset,
      rawType(bits),
    ),
} as const;

const rawType = (bits: number): DataType<number | bigint> => integer(bits, "network");
