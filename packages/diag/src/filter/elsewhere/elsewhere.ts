import type { Condition } from "../condition.js";
import type { FilterableSocket } from "../filterable-socket.js";

/** A condition on the sockets of one family, evaluated here only: the kernel filters no others than those of IP. */
export interface Elsewhere extends Omit<Condition, "emit" | "matches"> {
  /** Family of the sockets. */
  readonly family: string;
  /** Returns true if a socket of the family fulfils it; `undefined` if the socket does not say. */
  fits(socket: FilterableSocket, links: Readonly<Record<string, number>>): boolean | undefined;
}

/** Returns a condition that no socket of IP fulfils: only those of another family do. */
export function elsewhere({ family, fits, ...rest }: Elsewhere): Condition {
  return {
    ...rest,
    matches: (socket, links) => (socket.family === family ? fits(socket, links) : false),
    emit(code, wanted, otherwise) {
      if (wanted) code.jump(otherwise);
    },
  };
}

/** Splits an address and a port at a colon; `*` and what is left out are absent. */
export function addressAndPort(
  rest: string,
): readonly [address: string | undefined, port: string | undefined] {
  const at = rest.indexOf(":");
  const parts = at < 0 ? [rest] : [rest.slice(0, at), rest.slice(at + 1)];
  const [address, port] = parts.map((part) => (part === "" || part === "*" ? undefined : part));
  return [address, port];
}
