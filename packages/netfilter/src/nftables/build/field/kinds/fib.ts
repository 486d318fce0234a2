import { type FibExpr, fibFlags } from "../../../expr/kinds/fib.js";
import type { DataType, NftWord } from "../../value/data-type.js";
import { ifname } from "../../value/text.js";
import { fibAddrtype, ifaceIndex } from "../../value/types.js";
import type { AddressType } from "../../value/words.js";
import { type Field, field } from "../field.js";
import { type Presence, presence } from "../presence.js";
import { simple } from "./kernel.js";

/** What a look-up in the routing table uses: one of the addresses, and perhaps the mark or a link. */
export type FibInput = "saddr" | "daddr" | "mark" | "iif" | "oif";

/** Result of a look-up in the routing table. */
export interface Fib {
  /** Type of the address: `"local"`, `"unicast"` … */
  readonly type: Field<NftWord<AddressType>>;
  /** Index of the output link, or its presence. */
  readonly oif: Field<number | bigint> & Presence;
  /** Name of the output link. */
  readonly oifname: Field<string>;
}

/**
 * Returns what the routing table knows: `fib("daddr").type.eq("local")`, `fib("saddr", "iif").oif.missing()` for packets
 * that came the wrong way.
 */
export function fib(...inputs: FibInput[]): Fib {
  const words = inputs.join(" . ");
  const source = (
    name: string,
    type: { bits: number },
    result: NonNullable<FibExpr["result"]>,
    present = false,
  ) => ({
    ...simple(`fib ${words} ${name}`, type, (c, dreg) => {
      const flags = fibFlags.of(...inputs, ...(present ? ["present" as const] : []));
      c.emit("fib", { dreg, result, flags });
    }),
    place: `fib.${name}`,
  });
  const of = <V>(name: string, type: DataType<V>, result: NonNullable<FibExpr["result"]>) =>
    field(source(name, type, result), type);
  return {
    type: of("type", fibAddrtype, "addrtype"),
    oif: Object.assign(of("oif", ifaceIndex, "oif"), presence(source("oif", ifaceIndex, "oif", true))),
    oifname: of("oifname", ifname, "oifname"),
  };
}
