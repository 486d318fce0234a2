// Counts failed logins by account and address: as they happen, until Ctrl-C, or in a log of the audit daemon. The former needs
// CAP_AUDIT_READ, and audit that is on.
//
//   # node dist/events/count-failed-logins.js
//   listening
//   alice from 192.0.2.5 by /usr/sbin/sshd: 1
//   alice from 192.0.2.5 by /usr/sbin/sshd: 2
//
//   # node dist/events/count-failed-logins.js /var/log/audit/audit.log

import { readFileSync } from "node:fs";
import { filter, from, map, type Observable } from "rxjs";
import { type AuditFields, type AuditRecordEvent, audit, parseAuditLine } from "rxnetlink/audit";

/** Records in a log. */
function inLog(path: string): Observable<AuditRecordEvent> {
  const lines = readFileSync(path, "utf8").split("\n");
  return from(lines).pipe(
    map(parseAuditLine),
    filter((record) => record !== undefined),
  );
}

/** Types of records that report a login or a password. */
const LOGINS: readonly unknown[] = ["userLogin", "userAuth", "userErr"];

/** Returns who failed to log in, and from where; `undefined` for other records. */
function failureIn(event: AuditRecordEvent): string | undefined {
  if (!LOGINS.includes(event.type) || !("fields" in event)) return undefined;
  const { msg = {} } = event.fields as AuditFields;
  const { acct = "somebody", addr, hostname, terminal, exe, res } = msg;
  return res === false ? `${acct} from ${addr ?? hostname ?? terminal ?? "here"} by ${exe}` : undefined;
}

const [path] = process.argv.slice(2);
const record$ =
  path === undefined ? audit().records$({ listening: () => console.log("listening") }) : inLog(path);
const counts = new Map<string, number>();

record$
  .pipe(
    map(failureIn),
    filter((failure) => failure !== undefined),
  )
  .subscribe((failure) => {
    const count = (counts.get(failure) ?? 0) + 1;
    counts.set(failure, count);
    console.log(`${failure}: ${count}`);
  });
