import { EncodeError, NetlinkError } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { string, unterminated, Writer } from "@rxnetlink/core/schema";
import type { Table } from "../../table/layout.js";
import type { Step } from "../step.js";

/** Member of a table's user data that names its owner; `nft` ignores members that it does not know. */
const MARK = 0x72;

/** A table that belongs to the caller, by a mark in its user data. */
export interface OwnTable {
  /** Family. */
  readonly family: Table["family"];
  /** Name. */
  readonly name: string;
  /** Name of the owner, up to 200 bytes: a table with another, or without one, is left alone. */
  readonly owner: string;
  /** Comment. */
  readonly comment?: string;
}

/** A table exists that belongs to somebody else; nothing was changed. */
export class ForeignTableError extends NetlinkError {
  constructor(
    /** Name of the table. */
    readonly table: string,
    /** Name of its owner; `undefined` if it has no mark. */
    readonly owner: string | undefined,
  ) {
    super(`table ${table} ${owner === undefined ? "has no mark" : `belongs to ${owner}`}: it is left alone`);
  }
}

/** Returns a table with the mark of its owner. */
export function marked({
  family,
  name,
  owner,
  comment,
}: OwnTable): Pick<Table, "family" | "name" | "userdata"> {
  const out = new Writer(256);
  unterminated.write(out, owner);
  const userdata = {
    ...(comment !== undefined && { comment }),
    unknown: [{ type: MARK, bytes: out.take() }],
  };
  return { family, name, userdata };
}

/** Returns the owner of a table; `undefined` if it has no mark. */
export function ownerOf({ userdata }: Pick<Table, "userdata">): string | undefined {
  const bytes = userdata?.unknown?.find(({ type }) => type === MARK)?.bytes;
  return bytes && string.read(new DataView(bytes.buffer, bytes.byteOffset), 0, bytes.length);
}

/**
 * Checks that steps are about one table only.
 *
 * @throws EncodeError, with the place of a step that is not
 */
export function checkWithin({ family, name }: OwnTable, steps: readonly Step[]): void {
  for (const [index, { kind, type, value }] of steps.entries()) {
    const given = value as Readonly<Record<string, unknown>>;
    const place = (isRecord(given.set) ? given.set : given) as typeof given;
    const isWithin = place.family === family && place.table === name && kind !== "table";
    if (!isWithin || type === "flush")
      throw new EncodeError(`is not about what is in the table ${name}`).at(`steps[${index}]`);
  }
}
