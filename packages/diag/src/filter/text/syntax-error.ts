import { NetlinkError } from "@rxnetlink/core";

/** A text is no filter of sockets. */
export class SocketFilterSyntaxError extends NetlinkError {
  constructor(
    /** The whole text. */
    readonly text: string,
    /** Position of the fault in the text, from 0; its length if something is missing at the end. */
    readonly position: number,
    /** Description of what could stand there: `"a port"`. */
    readonly expected: string,
    /** The text that stands there instead; empty at the end. */
    readonly found: string,
    /** Suggested remedy; absent if none is known. */
    readonly hint?: string,
  ) {
    const instead = found === "" ? "but the text ends there" : `not ${JSON.stringify(found)}`;
    const remedy = hint === undefined ? "" : ` (${hint})`;
    super(`${JSON.stringify(text)}: expected ${expected} at ${position}, ${instead}${remedy}`);
  }
}

/** A word is not what it should be; the parser knows where it stands. */
export class UnexpectedWord extends Error {
  constructor(
    readonly expected: string,
    readonly hint?: string,
  ) {
    super(`expected ${expected}`);
  }
}
