import { EncodeError } from "../../errors/errors.js";
import { describe } from "../../values/describe.js";
import { sibling } from "../scope.js";
import type { Surroundings } from "../type.js";
import type { Scalar } from "./scalar.js";

/** Key that identifies the type of an index; no value has such a member. */
export declare const linkIndex: unique symbol;
/**
 * Index of a link in its network namespace; any number is one. Requests and matches also accept a name of the link,
 * main or alternative.
 */
export type Ifindex = number & { readonly [linkIndex]?: undefined };

/** Longest name: `ALTIFNAMSIZ` without the final NUL; the kernel's own names are shorter. */
const LONGEST = 127;

/** Rejects texts that cannot name a link. */
function checkName(name: string): void {
  if (!/^[^\s/]+$/.test(name) || name.length > LONGEST)
    throw new EncodeError(`${describe(name)} is neither the index of a link nor a name`);
}

/**
 * Declares the index of a link. Requests and matches may hold the name of the link instead, which is looked up in the
 * namespace of the connection.
 *
 * @param elsewhere - Siblings whose presence means that the link is in another namespace, where no name is looked up.
 *
 * @example
 * oif: [4, ifindex(u32)],
 * link: [5, ifindex(u32, "linkNetnsid")],
 */
export function ifindex(base: Scalar<number>, ...elsewhere: readonly string[]): Scalar<Ifindex> {
  function expand(name: string, key: string, { scope, indexOf }: Surroundings): Record<string, number> {
    checkName(name);
    const other = elsewhere.find((it) => sibling(it, scope) !== undefined);
    if (other === undefined) return { [key]: indexOf(name) };
    const reason = `names are looked up in the namespace of the connection, and ${other} is about another`;
    throw new EncodeError(reason, { hint: `give the index that ${name} has there` });
  }
  return {
    ...base,
    linkElsewhere: elsewhere,
    expand,
    parse: (text) => (/^(-?\d+|0x[\da-f]+)$/i.test(text) ? base.parse!(text) : (text as unknown as Ifindex)),
    write(out, value: unknown, scope) {
      if (typeof value !== "string") return base.write(out, value as number, scope);
      throw new EncodeError(`${describe(value)} is not an index`, {
        hint: "link names are looked up by the verbs of objects only",
      });
    },
  };
}
