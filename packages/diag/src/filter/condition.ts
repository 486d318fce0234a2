import type { Assembler, Label } from "./code/assembler.js";
import type { FilterableSocket } from "./filterable-socket.js";

/** Indices of links by name. */
export type LinkIndices = Readonly<Record<string, number>>;

/** A condition on sockets: evaluated here, compiled for the kernel, and printed. */
export interface Condition {
  /** The condition in the grammar of `ss`. */
  readonly text: string;
  /** True if the text needs parentheses beside other conditions. */
  readonly composed?: boolean;
  /** Names of links in it, whose index the kernel needs. */
  readonly linkNames?: readonly string[];
  /** Returns true if the socket fulfils it; `undefined` if the socket does not say. */
  matches(socket: FilterableSocket, links: LinkIndices): boolean | undefined;
  /** Appends operations that go on if the condition is as wanted, and to a label otherwise. */
  emit(code: Assembler, wanted: boolean, otherwise: Label): void;
}
