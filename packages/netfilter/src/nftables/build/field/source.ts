import type { Compiler } from "../compile/compiler.js";
import type { Need, Subject } from "../compile/statement.js";

/** Where a value comes from: loads bytes into registers. */
export interface Source {
  /** nft's words: `"tcp dport"`. */
  readonly words: string;
  /** Place in errors: `"tcp.dport"`. */
  readonly place: string;
  readonly needs: readonly Need[];
  /** Number of bytes loaded. */
  readonly bytes: number;
  /** Number of bits in the loaded bytes after the value; absent if it ends with them. */
  readonly shift?: number;
  /** Position in the packet, of what is loaded from it. */
  readonly packet?: { readonly base: "link" | "network" | "transport" | "inner"; readonly offset: number };
  /** What its value says about the rest of the packet. */
  readonly subject?: Subject;
  /** Loads it into registers; a source in the packet may load its first bytes only. */
  load(compiler: Compiler, slot: number, bytes: number): void;
}
