import { EncodeError } from "@rxnetlink/core";
import { be32, type Type } from "@rxnetlink/core/schema";
import { datatypeNames, datatypes } from "./datatypes.js";

/** Bits of one field in the number of a concatenation; the first field has the highest. */
const FIELD_BITS = 6;
const FIELD_MASK = (1 << FIELD_BITS) - 1;

/** Type of the data of maps to verdicts, which the kernel knows (`NFT_DATA_VERDICT`). */
const VERDICT = 0xffff_ff00;

/** Returns the name of a type by its number; unnamed numbers stay numbers. */
function nameOf(number: number): string {
  if (number === VERDICT) return "verdict";
  const fields: string[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / (FIELD_MASK + 1)))
    fields.unshift(datatypeNames[rest & FIELD_MASK] ?? String(rest & FIELD_MASK));
  return number > VERDICT || fields.length === 0 ? String(number) : fields.join(" . ");
}

function fieldNumber(field: string): number {
  if (Object.hasOwn(datatypes, field)) return datatypes[field as keyof typeof datatypes].number;
  if (/^\d+$/.test(field) && Number(field) <= FIELD_MASK) return Number(field);
  throw new EncodeError(`${JSON.stringify(field)} is no type of nftables`);
}

function numberOf(name: unknown): number {
  if (typeof name !== "string") throw new EncodeError("a type of nftables is a text");
  if (/^\d+$/.test(name)) return Number(name);
  if (name === "verdict") return VERDICT;
  const fields = name.split(".").map((field) => field.trim());
  if (fields.length > 5) throw new EncodeError(`${fields.length} fields are more than the 5 of a type`);
  return fields.reduce((sum, field) => sum * (FIELD_MASK + 1) + fieldNumber(field), 0);
}

/**
 * Type of keys or data as `nft` numbers them: `"ipv4_addr"`, or `"ipv4_addr . inet_service"` of a concatenation. The kernel
 * does not read it.
 */
export const keyType: Type<string> = {
  name: be32.name,
  size: be32.size,
  words: Object.keys(datatypes),
  read: (view, at, end) => nameOf(be32.read(view, at, end)),
  write: (out, value) => be32.write(out, numberOf(value)),
};
