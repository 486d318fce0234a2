import type { MalformedNotification, OverrunNotification } from "@rxnetlink/core";
import type { AuditExecve, AuditOtherRecord, AuditRecord, AuditRecordTypes } from "../record/record.js";

/** An event: the records of one serial. */
export interface AuditEvent {
  /** Discriminates events. */
  readonly type: "event";
  /** Number of the event, unique until the machine restarts. */
  readonly serial: number;
  /** Time of the event, in milliseconds since 1970. */
  readonly time: number;
  /** Its records, without that of its end. */
  readonly records: readonly AuditRecord[];
  /**
   * Reason why it counts as complete: the kernel marked its end (`"eoe"`), its record never has others (`"single"`), no more
   * came in time (`"window"`), there was no room for more (`"limit"`), or the stream ended (`"end"`).
   */
  readonly ended: "eoe" | "single" | "window" | "limit" | "end";
}

/** Events whose serials are missing: the kernel had no room for them, or a limit of their rate is set. */
export interface AuditLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Number of events. */
  readonly events: number;
  /** First serial that is missing. */
  readonly first: number;
}

/** Anything that a stream of events emits; discriminated by `type`. */
export type AuditStreamEvent = AuditEvent | AuditLost | OverrunNotification | MalformedNotification;

/** Returns the first record of a type, if the event has one. */
export function auditRecordIn<T extends AuditRecord["type"]>(
  { records }: Pick<AuditEvent, "records">,
  type: T,
): (T extends keyof AuditRecordTypes ? AuditRecordTypes[T] : AuditOtherRecord) | undefined {
  return records.find((record) => record.type === type) as never;
}

const ARGUMENT = /^a(\d+)(?:\[(\d+)\])?$/;

/** Returns the pieces of the arguments of a command, by their number. */
function piecesIn(records: readonly AuditRecord[]): string[] {
  const pieces: string[] = [];
  const commands = records.filter((record): record is AuditExecve => record.type === "execve");
  for (const { fields } of commands)
    for (const [name, text] of Object.entries(fields)) {
      const number = Number(ARGUMENT.exec(name)?.[1] ?? Number.NaN);
      if (Number.isInteger(number)) pieces[number] = (pieces[number] ?? "") + String(text);
    }
  return pieces;
}

/**
 * Returns the arguments of the command that an event is about, the name of the program first; `undefined` if it is about none.
 * The kernel spreads many or long ones over several records, which are joined.
 */
export function auditArguments({ records }: Pick<AuditEvent, "records">): string[] | undefined {
  if (!records.some(({ type }) => type === "execve")) return undefined;
  return Array.from(piecesIn(records), (piece) => piece ?? "");
}
