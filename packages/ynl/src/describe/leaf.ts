import type { Layout } from "@rxnetlink/core/internal";
import type { DescribedType } from "./described.js";

const hinted = (hint: string, length?: number): DescribedType => ({
  type: "binary",
  "display-hint": hint,
  ...(length !== undefined && { checks: { "exact-len": length } }),
});
const big = (type: string): DescribedType => ({ type, "byte-order": "big-endian" });

const LEAVES: Readonly<Record<string, DescribedType>> = {
  flag: { type: "flag" },
  string: { type: "string" },
  unterminated: { type: "string", checks: { "unterminated-ok": true } },
  binary: { type: "binary" },
  be16: big("u16"),
  be32: big("u32"),
  be64: big("u64"),
  s16be: big("s16"),
  s32be: big("s32"),
  s64be: big("s64"),
  uint: { type: "uint" },
  sint: { type: "sint" },
  ipv4: { ...big("u32"), "display-hint": "ipv4" },
  ipv6: hinted("ipv6", 16),
  ip: hinted("ipv4-or-v6"),
  lladdr: hinted("mac"),
  mac: hinted("mac", 6),
  uuid: hinted("uuid", 16),
};

/** Returns the description of a type without members; what descriptions have no word for is bytes. */
export function describeLeaf({ name, size, show }: Layout): DescribedType {
  const known = LEAVES[name];
  if (known !== undefined) return known;
  if (/^[us](8|16|32|64)$/.test(name)) {
    const isHex = show?.(16 as never) === "0x10";
    return isHex ? { type: name, "display-hint": "hex" } : { type: name };
  }
  return size === undefined ? { type: "binary" } : { type: "binary", checks: { "exact-len": size } };
}

/** Returns the same for a member of a struct, which has a size. */
export function describeSized(type: Layout): DescribedType {
  const { size } = type;
  const { checks: _, ...described } = describeLeaf(type);
  if (type.name.startsWith("char[")) return { type: "string", len: size };
  return described.type === "binary" && size !== undefined ? { ...described, len: size } : described;
}
