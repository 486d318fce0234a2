import { concat, from, NEVER, of, toArray } from "rxjs";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, test } from "vitest";
import { type AuditAssemblyOptions, assembleAuditEvents } from "#src/audit/event/assemble.js";
import { type AuditStreamEvent, auditArguments, auditRecordIn } from "#src/audit/event/event.js";
import { type AuditRecord, parseAuditLine } from "#src/audit/record/record.js";
import type { AuditRecordEvent } from "#src/audit/stream/records.js";
import { logLines } from "./corpus.js";

const record = (type: string, serial: number, time = 1000, text = "") =>
  parseAuditLine(
    `type=${type} msg=audit(${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, "0")}:${serial}): ${text}`,
  )!;

function assembled(
  records: readonly AuditRecordEvent[],
  options: AuditAssemblyOptions = {},
): AuditStreamEvent[] {
  let events: AuditStreamEvent[] = [];
  from(records)
    .pipe(assembleAuditEvents(options), toArray())
    .subscribe((all) => {
      events = all;
    });
  return events;
}

const brief = (events: readonly AuditStreamEvent[]) =>
  events.map((event) => {
    if (event.type !== "event") return event;
    return `${event.serial} ${event.records.map(({ type }) => type).join(" ")}: ${event.ended}`;
  });

describe("the end of an event", () => {
  test("is marked, also where others lie between", () => {
    const records = [
      ...[record("SYSCALL", 1), record("SYSCALL", 2), record("CWD", 1), record("PATH", 2)],
      ...[record("EOE", 2), record("PATH", 1), record("EOE", 1)],
    ];
    expect(brief(assembled(records))).toEqual(["2 syscall path: eoe", "1 syscall cwd path: eoe"]);
  });

  test("is that of the only record of programs", () => {
    expect(brief(assembled([record("USER_LOGIN", 1), record("KERNEL", 2)]))).toEqual([
      "1 userLogin: single",
      "2 kernel: single",
    ]);
  });

  test("follows from the times of later records", () => {
    const records = [record("ANOM_ABEND", 1, 1000), record("USER", 2, 2000), record("USER", 3, 3001)];
    expect(brief(assembled(records))).toEqual(["2 user: single", "1 anomAbend: window", "3 user: single"]);
  });

  test("comes by the clock where no records arrive", () => {
    const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
    scheduler.run(({ expectObservable }) => {
      const event$ = concat(of(record("LOGIN", 1)), NEVER).pipe(
        assembleAuditEvents({ window: 500, scheduler }),
      );
      const records = [record("LOGIN", 1)];
      expectObservable(event$, "^ 999ms !").toBe("500ms a", {
        a: { type: "event", serial: 1, time: 1000, records, ended: "window" },
      });
    });
  });

  test("is the end of the stream", () => {
    expect(brief(assembled([record("SYSCALL", 1)]))).toEqual(["1 syscall: end"]);
  });

  test("without a beginning is no event", () => expect(assembled([record("EOE", 1)])).toEqual([]));
});

describe("memory is limited", () => {
  test("in events", () => {
    const records = Array.from({ length: 5 }, (_, i) => record("SYSCALL", i + 1));
    expect(brief(assembled(records, { mostEvents: 3 })).slice(0, 2)).toEqual([
      "1 syscall: limit",
      "2 syscall: limit",
    ]);
  });

  test("in records of one", () => {
    const records = Array.from({ length: 5 }, () => record("PATH", 1));
    expect(brief(assembled(records, { mostRecords: 2 }))).toEqual([
      "1 path path: limit",
      "1 path path: limit",
      "1 path: end",
    ]);
  });
});

describe("losses", () => {
  test("are serials that do not come in time", () => {
    const records = [
      record("USER", 1, 1000),
      record("USER", 4, 1500),
      record("USER", 3, 1600),
      record("USER", 5, 4000),
    ];
    expect(brief(assembled(records))).toEqual([
      ...["1 user: single", "4 user: single", "3 user: single"],
      { type: "lost", events: 1, first: 2 },
      "5 user: single",
    ]);
  });

  test("that are still open at the end are reported too", () => {
    expect(brief(assembled([record("USER", 1), record("USER", 9)])).at(-1)).toEqual({
      type: "lost",
      events: 7,
      first: 2,
    });
  });

  test("are none where the numbers begin again", () => {
    expect(brief(assembled([record("USER", 5_000_000), record("USER", 1)]))).toHaveLength(2);
  });

  test("of the socket are passed on", () => {
    expect(assembled([{ type: "overrun", drops: 3 }])).toEqual([{ type: "overrun", drops: 3 }]);
  });
});

test("an unusable option is refused in the stream", () => {
  let refusal: unknown;
  of(record("USER", 1))
    .pipe(assembleAuditEvents({ window: -1 }))
    .subscribe({
      error: (error) => {
        refusal = error;
      },
    });
  expect(refusal).toMatchObject({ name: "ArgumentError", path: "window" });
});

describe("the events of a kernel", () => {
  const events = assembled(logLines.map((line) => parseAuditLine(line) as AuditRecord)).filter(
    (event) => event.type === "event",
  );

  test("have all records", () => {
    const eoe = logLines.filter((line) => line.startsWith("type=EOE")).length;
    expect(events.flatMap(({ records }) => records)).toHaveLength(logLines.length - eoe);
    expect(events.filter(({ ended }) => ended === "eoe")).toHaveLength(eoe);
  });

  test("say what was executed", () => {
    const event = events.find(({ serial }) => serial === 5)!;
    expect(auditArguments(event)).toEqual(["mkdir", "-p", "/tmp/audit dir"]);
    expect(auditRecordIn(event, "syscall")?.fields.exe).toBe("/usr/bin/mkdir");
    expect(auditRecordIn(event, "userLogin")).toBeUndefined();
    expect(auditArguments(events.find(({ serial }) => serial === 28)!)).toBeUndefined();
  });
});

test("long arguments are joined over records", () => {
  const records = [
    record("EXECVE", 1, 1000, `argc=3 a0="bash" a1_len=6 a1[0]=6162 a1[1]="cd"`),
    record("EXECVE", 1, 1000, `a1[2]=6520 a2="last"`),
  ];
  expect(auditArguments({ records })).toEqual(["bash", "abcde ", "last"]);
});
