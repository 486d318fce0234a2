import { errnoOf } from "@rxnetlink/core";

/** A request that the fake kernel does not carry out. */
export class Refused extends Error {
  /** The positive errno. */
  readonly errno: number;

  constructor(
    /** Name of the errno: `"EEXIST"`. */
    readonly code: string,
    /** The extended ack's words. */
    readonly text?: string,
    /** The member of the request that the extended ack points to. */
    readonly member?: string,
  ) {
    super(text ?? code);
    this.errno = errnoOf(code) ?? 0;
  }
}

/** Ends a request with an errno, words for the extended ack and the member that it points to. */
export function refuse(code: string, text?: string, member?: string): never {
  throw new Refused(code, text, member);
}

/** Refuses members that the fake kernel knows nothing of, so that no test takes them for done. */
export function refuseOthers(value: object, known: readonly string[]): void {
  const stray = Object.entries(value).find(([key, member]) => member !== undefined && !known.includes(key));
  if (stray !== undefined) refuse("EOPNOTSUPP", `the fake kernel does not model ${stray[0]}`, stray[0]);
}
