import { describe, expect, test } from "vitest";
import { auditRecord, formatAuditLine, parseAuditLine } from "#src/audit/record/record.js";
import { encodeAuditValue } from "#src/audit/record/text.js";
import type { AuditRecordType } from "#src/audit/record/types.js";
import { logLines } from "./corpus.js";

const HEAD = "audit(1364481363.243:24287): ";
const fields = (type: AuditRecordType, text: string) => auditRecord(type, HEAD + text)?.fields;

describe("records of a kernel", () => {
  test.each(logLines.map((line) => [line.slice(0, 60), line] as const))("%s…", (_, line) => {
    const record = parseAuditLine(line)!;
    expect(formatAuditLine(record)).toBe(line);
    expect(Object.keys(record.fields).length > 0).toBe(record.type !== "eoe");
  });

  test("are typed", () => {
    const syscall = logLines
      .map(parseAuditLine)
      .find((record) => record?.type === "syscall" && record.serial === 30);
    expect(syscall?.fields).toMatchObject({
      arch: "x86_64",
      syscall: "renameat2",
      success: true,
      exit: 0,
      auid: "unset",
      uid: 0,
      comm: "mv",
      exe: "/usr/bin/mv",
      key: ["tmp"],
    });
    expect(syscall).toMatchObject({ serial: 30, time: 1796050314428 });
  });
});

describe("values", () => {
  test.each<[AuditRecordType, string, object]>([
    ["proctitle", "proctitle=6D76002F746D702F6120622F63002F6400", { proctitle: ["mv", "/tmp/a b/c", "/d"] }],
    [
      "path",
      'item=0 name="/etc/passwd" inode=5 mode=0100644 nametype=NORMAL',
      { name: "/etc/passwd", mode: 0o100644, nametype: "NORMAL" },
    ],
    ["path", "item=1 name=2F746D702FC3BC20", { name: "/tmp/ü " }],
    ["path", "item=2 name=(null)", { item: 2 }],
    ["execve", 'argc=2 a0="sh" a1=6120622E63', { argc: 2, a0: "sh", a1: "a b.c" }],
    [
      "syscall",
      "arch=40000003 syscall=5 a0=ff key=6F6E650174776F",
      { arch: "i386", syscall: "open", a0: "0xff", key: ["one", "two"] },
    ],
    [
      "syscall",
      "arch=c00000b7 syscall=9999 a0=ff key=(null)",
      { arch: "aarch64", syscall: 9999, a0: "0xff" },
    ],
    ["syscall", "arch=12345678 syscall=3", { arch: 0x1234_5678, syscall: 3 }],
    ["syscall", "success=no exit=-13 tty=(none) ses=4294967295", { success: false, exit: -13, ses: "unset" }],
    [
      "login",
      "pid=1 uid=0 old-auid=4294967295 auid=1000 old-ses=-1 ses=2 res=1",
      { pid: 1, uid: 0, oldAuid: "unset", auid: 1000, oldSes: "unset", ses: 2, res: true },
    ],
    ["tty", 'tty pid=5 comm="bash" data=6C730D', { pid: 5, comm: "bash", data: "ls\r" }],
    [
      "seccomp",
      "auid=1 sig=31 arch=c000003e syscall=57 compat=0 ip=0x7f code=0x80000000",
      { auid: 1, sig: 31, arch: "x86_64", syscall: "fork", compat: "0", ip: "0x7f", code: "0x80000000" },
    ],
  ])("of %s: %s", (type, text, expected) => {
    expect(fields(type, text)).toEqual(expect.objectContaining(expected));
  });

  test.each([
    ["020000357F0000010000000000000000", { type: "inet", address: "127.0.0.1", port: 53 }],
    [
      "0A0001BB0000000020010DB800000000000000000000000103000000",
      { type: "inet6", address: "2001:db8::1", port: 443, scopeId: 3 },
    ],
    ["01002F72756E2F61", { type: "unix", path: "/run/a" }],
    ["01002F72756E2F610000", { type: "unix", path: "/run/a" }],
    ["010000616263", { type: "unix", path: "\0abc" }],
    ["100000000500000001000000", { type: "netlink", portId: 5, groups: 1 }],
    ["11000003", { type: "other", family: 17, hex: "11000003" }],
    ["0200", { type: "other", family: 2, hex: "0200" }],
    ["02", { type: "other", family: undefined, hex: "02" }],
  ])("of the address %s", (hex, expected) => {
    expect(fields("sockaddr", `saddr=${hex}`)).toEqual({ saddr: expected });
  });

  test("of messages of programs are nested", () => {
    const text = `pid=812 uid=0 auid=4294967295 ses=4294967295 msg='op=login acct="o'brien" exe="/usr/sbin/sshd" hostname=? addr=192.0.2.5 terminal=sshd res=failed'`;
    expect(fields("userLogin", text)).toEqual({
      pid: 812,
      uid: 0,
      auid: "unset",
      ses: "unset",
      msg: {
        op: "login",
        acct: "o'brien",
        exe: "/usr/sbin/sshd",
        addr: "192.0.2.5",
        terminal: "sshd",
        res: false,
      },
    });
  });

  test("of security modules", () => {
    const selinux = `avc:  denied  { read write } for  pid=5 comm="cat" name="shadow" dev="dm-0" ino=7 scontext=u:r:a_t:s0 tcontext=u:r:b_t:s0 tclass=file permissive=0`;
    expect(fields("avc", selinux)).toMatchObject({
      seresult: "denied",
      seperms: ["read", "write"],
      ino: 7,
      dev: "dm-0",
      tclass: "file",
    });
    const apparmor = `apparmor="DENIED" operation="open" profile="x" name=2F612062 pid=3 comm="cat" requested_mask="r"`;
    expect(fields("avc", apparmor)).toMatchObject({ apparmor: "DENIED", name: "/a b", requestedMask: "r" });
  });

  test("that the daemon has put in words", () => {
    const line = `node=host type=USER_END msg=audit(1364481363.243:24287): pid=1 uid=0 msg='op=x res=success'\u001dUID="root" AUID="unset"`;
    expect(parseAuditLine(line)).toMatchObject({
      type: "userEnd",
      fields: { uid: 0, UID: "root", AUID: "unset", msg: { res: true } },
    });
  });

  test("are written as they are read", () => {
    expect(encodeAuditValue("alice")).toBe('"alice"');
    for (const text of ["", "alice", "a b", 'a"b', "ü", "a\nb"])
      expect(fields("user", `msg='acct=${encodeAuditValue(text)} res=1'`)).toEqual({
        msg: { acct: text, res: true },
      });
  });
});

describe("other types and other text", () => {
  test("a type that is not known stays a number", () => {
    const record = parseAuditLine("type=UNKNOWN[1998] msg=audit(1.002:3): a=b")!;
    expect(record).toEqual({ type: 1998, serial: 3, time: 1002, text: "a=b", fields: { a: "b" } });
    expect(formatAuditLine(record)).toBe("type=UNKNOWN[1998] msg=audit(1.002:3): a=b");
  });

  test.each(["", "type=", "type=NOPE msg=audit(1.002:3): ", "type=CWD msg=x", "type=CWD msg=audit(1.2:3): "])(
    "%j is no record",
    (line) => expect(parseAuditLine(line)).toBeUndefined(),
  );
});
