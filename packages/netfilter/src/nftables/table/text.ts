import { type Table, tableFlags } from "./layout.js";

const FAMILIES: Readonly<Record<string, string>> = { ipv4: "ip", ipv6: "ip6" };

/** Returns nft's word for the family of a table. */
export const familyWord = (family: unknown): string => FAMILIES[String(family)] ?? String(family);

/** Returns the line of a table's flags; `undefined` without flags. */
export function tableFlagsLine({ flags = 0 }: Table): string | undefined {
  return flags === 0 ? undefined : `flags ${tableFlags.names(flags).join(",")}`;
}
