import type { RawElement } from "../../element/layout.js";
import type { Expression } from "../../expr/expression.js";
import type { NftSet } from "../../set/layout.js";

/** Families of tables: `"ipv4"` and `"ipv6"` are `ip` and `ip6` of nft, which are accepted too. */
export type Family = "ipv4" | "ipv6" | "ip" | "ip6" | "inet" | "arp" | "bridge" | "netdev";

/**
 * A set or map without a name, which lives and dies with its rule: its attributes, and its elements, to be sent in one message.
 * Its name is `"__set%d"`, which the kernel completes; expressions refer to it by its id.
 */
export interface AnonymousSet extends Omit<NftSet, "family" | "version" | "resId" | "table"> {
  /** Id within the transaction, by which expressions refer to it. */
  readonly id: number;
  /** Name, which the kernel completes: `"__set%d"`. */
  readonly name: string;
  /** Elements. */
  readonly elements: readonly RawElement[];
}

/** A rule for one family, as the kernel takes it. */
export interface CompiledRule {
  /** Expressions, in order. */
  readonly expressions: readonly Expression[];
  /** Anonymous sets that must be created before the rule, in the same transaction. */
  readonly sets: readonly AnonymousSet[];
  /** Comment; absent if there is none. */
  readonly comment?: string;
}
