import type { chainPolicy } from "../chain/layout.js";
import type { Verdict } from "../common/verdict.js";
import type { Rule } from "../rule/layout.js";
import type { TraceMessage } from "./layout.js";

/** A packet matched a rule. */
export interface TraceRule {
  /** Discriminates steps. */
  readonly type: "rule";
  /** Name of the chain. */
  readonly chain: string;
  /** Handle of the rule. */
  readonly handle: bigint;
  /** Verdict of the rule; `"continue"` if it has none. */
  readonly verdict: Verdict;
  /** Mark of the packet at that time; absent if 0. */
  readonly mark?: number;
  /** The rule, with the option `rules` and if it is known. */
  readonly rule?: Rule;
}

/** A packet came to the end of a chain: it returns to the one that jumped there, or meets the policy of a base chain. */
export interface TraceReturn {
  /** Discriminates steps. */
  readonly type: "return";
  /** Name of the chain. */
  readonly chain: string;
  /** Verdict at that time. */
  readonly verdict?: Verdict;
  /** Mark of the packet at that time; absent if 0. */
  readonly mark?: number;
}

/** A packet met the policy of a base chain. */
export interface TracePolicy {
  /** Discriminates steps. */
  readonly type: "policy";
  /** Name of the chain. */
  readonly chain: string;
  /** Policy: `"accept"` or `"drop"`. */
  readonly policy: ReturnType<(typeof chainPolicy)["read"]>;
  /** Mark of the packet at that time; absent if 0. */
  readonly mark?: number;
}

/** One step of a packet; discriminated by `type`. */
export type TraceStep = TraceRule | TraceReturn | TracePolicy;

/** Facts about a packet as it enters a base chain. */
type Entry = Omit<
  TraceMessage,
  "type" | "verdict" | "policy" | "ruleHandle" | "version" | "resId" | "unknown" | "id" | "table" | "chain"
>;

/** A packet in one base chain, with the rules that it met there. It comes again, with the same `id`, in the next one. */
export interface PacketTrace extends Entry {
  /** Discriminates values of `trace$`. */
  readonly type: "packet";
  /** Number of the packet, the same in all chains. `nft monitor trace` prints it in hexadecimal. */
  readonly id: number;
  /** Name of the table. */
  readonly table: string;
  /** Name of the chain of the first step: the base chain, unless tracing begins in another. */
  readonly chain: string;
  /** Steps of the packet, in order. */
  readonly steps: readonly TraceStep[];
  /**
   * Verdict that ended it in this chain: of the last rule, or the policy. Absent if the end was not seen: steps were lost, or a
   * rule switched tracing off.
   */
  readonly verdict?: Verdict["code"];
}

/** Steps were lost here: the receive buffer overflowed. */
export interface TraceOverrun {
  /** Discriminates values of `trace$`. */
  readonly type: "overrun";
  /** Number of messages that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
}

/** A value of `trace$`; discriminated by `type`. */
export type Trace = PacketTrace | TraceOverrun;
