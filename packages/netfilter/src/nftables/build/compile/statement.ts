import type { Compiler } from "./compiler.js";
import type { Protocol } from "./protocol.js";

/** What a field of a header says about the headers after it. */
export type Subject = "l4proto" | "ethertype" | "vlantype" | "protocol" | "nfproto" | "icmptype";

/** Something that a match has made certain: the value of a field. */
export interface Lesson {
  /** Fact about the packet. */
  readonly subject: Subject;
  /** Its value. */
  readonly value: number;
}

/** What must be certain about a packet before a statement makes sense. */
export interface Need {
  /** Protocol that the packet must have. */
  readonly protocol: Protocol;
  /** Types of ICMP whose header has the field; absent if all have. */
  readonly types?: readonly number[];
}

/** Bytes of the packet that a statement compares, so that it can be merged with its neighbour. */
export interface ComparedBytes {
  readonly base: "link" | "network" | "transport";
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * A part of a rule: a match, or a statement of nft such as `counter` or `accept`. Made by the functions of this module,
 * passed to `rule`.
 */
export interface Statement {
  /** Place in errors: `"tcp.dport"`, `"snat"`. */
  readonly place: string;
  /**
   * What must be certain before.
   *
   * @internal
   */
  readonly needs: readonly Need[];
  /**
   * True if what it needs is matched at the start of the rule, as nft does for `reject`.
   *
   * @internal
   */
  readonly leading?: boolean;
  /**
   * True if it only reads the packet, so that the order of its neighbours does not matter.
   *
   * @internal
   */
  readonly pure?: boolean;
  /**
   * True if nothing after it in the rule is reached.
   *
   * @internal
   */
  readonly terminal?: boolean;
  /**
   * What is certain after it.
   *
   * @internal
   */
  readonly lesson?: Lesson | undefined;
  /**
   * Bytes that it compares for equality, and nothing else.
   *
   * @internal
   */
  readonly compared?: ComparedBytes | undefined;
  /**
   * Adds its expressions.
   *
   * @internal
   */
  compile(compiler: Compiler): void;
}
