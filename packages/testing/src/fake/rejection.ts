import { errnoOf } from "@rxnetlink/core";

/** A request that a fake kernel rejects. */
export class Rejection extends Error {
  /** The positive errno. */
  readonly errno: number;

  constructor(
    /** Name of the errno: `"EEXIST"`. */
    readonly code: string,
    /** Message of the extended ACK. */
    readonly text?: string,
    /** The member of the request that the extended ACK points to. */
    readonly member?: string,
  ) {
    super(text ?? code);
    this.errno = errnoOf(code) ?? 0;
  }
}

/**
 * Rejects the current request.
 *
 * @param code - Name of the errno: `"EEXIST"`.
 * @param text - Message of the extended ACK.
 * @param member - The member that the extended ACK points to.
 */
export function reject(code: string, text?: string, member?: string): never {
  throw new Rejection(code, text, member);
}

/** Rejects members that the fake kernel does not model, so that no test takes them for applied. */
export function rejectUnmodelled(value: object, modelled: readonly string[]): void {
  const stray = Object.entries(value).find(
    ([key, member]) => member !== undefined && !modelled.includes(key),
  );
  if (stray !== undefined) reject("EOPNOTSUPP", `the fake kernel does not model ${stray[0]}`, stray[0]);
}
