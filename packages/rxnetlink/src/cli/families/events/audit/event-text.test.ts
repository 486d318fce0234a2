import type { AuditRecord, AuditStreamEvent } from "@rxnetlink/events/audit";
import { assembleAuditEvents, parseAuditLine } from "@rxnetlink/events/audit";
import { from } from "rxjs";
import { expect, test } from "vitest";
import { auditEventText } from "#src/cli/families/events/audit/event-text.js";

/** Returns the lines for some records, without the time of day. */
function linesOf(...records: readonly string[]): string[] {
  const lines: string[] = [];
  from(records.map((line) => parseAuditLine(line) as AuditRecord))
    .pipe(assembleAuditEvents())
    .subscribe((event) => lines.push(auditEventText(event).replace(/^\d\d:\d\d:\d\d/, "TIME")));
  return lines;
}

const SYSCALL =
  'type=SYSCALL msg=audit(1.243:5): arch=c000003e syscall=59 success=yes exit=0 pid=7 auid=1000 uid=0 exe="/usr/bin/ls" key="ran"';

test("a command is printed with its arguments", () => {
  expect(linesOf(SYSCALL, 'type=EXECVE msg=audit(1.243:5): argc=2 a0="ls" a1="-l"')).toEqual([
    "TIME.243 5 execve ok auid 1000 uid 0 pid 7 /usr/bin/ls: ls -l key ran",
  ]);
});

test("another system call is printed with its paths", () => {
  const opened = SYSCALL.replace("syscall=59 success=yes exit=0", "syscall=257 success=no exit=-13");
  expect(linesOf(opened, 'type=PATH msg=audit(1.243:5): item=0 name="/etc/shadow"')).toEqual([
    "TIME.243 5 openat failed -13 auid 1000 uid 0 pid 7 /usr/bin/ls: /etc/shadow key ran",
  ]);
});

test("a message of a program is printed with what it says", () => {
  const line = `type=USER_LOGIN msg=audit(1.002:6): pid=812 uid=0 msg='op=login acct="al" exe="/usr/sbin/sshd" addr=192.0.2.5 res=failed'`;
  expect(linesOf(line)).toEqual([
    "TIME.002 6 userLogin op login acct al from 192.0.2.5 pid 812 exe /usr/sbin/sshd res failed",
  ]);
});

test.each<[AuditStreamEvent, string]>([
  [{ type: "lost", events: 3, first: 1 }, "! 3 events were lost"],
  [{ type: "overrun" }, "! records were lost"],
])("%j is printed as a warning", (event, text) => expect(auditEventText(event)).toBe(text));
