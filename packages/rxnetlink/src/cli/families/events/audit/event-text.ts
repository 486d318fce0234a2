import {
  type AuditEvent,
  type AuditFields,
  type AuditStreamEvent,
  auditArguments,
  auditRecordIn,
} from "@rxnetlink/events/audit";

const two = (number: number, digits = 2) => String(number).padStart(digits, "0");

/** Returns the time of day of an event. */
function timeText(time: number): string {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => two(part)).join(":");
  return `${clock}.${two(date.getMilliseconds(), 3)}`;
}

/** Returns what is worth a word of an event of a system call. */
function syscallText(event: AuditEvent): string | undefined {
  const fields = auditRecordIn(event, "syscall")?.fields;
  if (fields === undefined) return undefined;
  const { syscall, success, exit, auid, uid, pid, exe, key } = fields;
  const paths = event.records.flatMap(({ type, fields: path }) =>
    type === "path" ? [(path as AuditFields).name] : [],
  );
  const what = auditArguments(event)?.join(" ") ?? [...new Set(paths)].filter(Boolean).join(" ");
  const outcome = success === false ? `failed ${exit}` : "ok";
  const keys = key === undefined ? "" : ` key ${key.join(",")}`;
  return `${syscall} ${outcome} auid ${auid} uid ${uid} pid ${pid} ${exe ?? ""}${what === "" ? "" : `: ${what}`}${keys}`;
}

/** Returns what is worth a word of another event. */
function otherText({ records }: AuditEvent): string {
  const [first] = records;
  const { msg, ...own } = (first?.fields ?? {}) as AuditFields;
  const { op, acct, exe, hostname, addr, res, comm, pid } = { ...own, ...msg };
  const outcome = res === undefined ? undefined : res ? "ok" : "failed";
  const parts = { op, acct, from: addr ?? hostname, pid, exe, comm, res: outcome };
  const words = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return `${first?.type} ${words.join(" ")}`;
}

/** Formats what a stream of events emits as one line. */
export function auditEventText(event: AuditStreamEvent): string {
  if (event.type === "lost") return `! ${event.events} events were lost`;
  if (event.type === "overrun") return "! records were lost";
  if (event.type === "malformed") return `! ${event.error.message}`;
  return `${timeText(event.time)} ${event.serial} ${syscallText(event) ?? otherText(event)}`;
}
