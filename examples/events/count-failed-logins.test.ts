import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isInitialRoot, start } from "../support/running.js";

const record = (type: string, serial: number, message: string) =>
  `type=${type} msg=audit(1364481363.243:${serial}): pid=812 uid=0 auid=4294967295 ses=4294967295 msg='${message}'\n`;
const login = (serial: number, acct: string, res: string, addr = "192.0.2.5") =>
  record(
    "USER_LOGIN",
    serial,
    `op=login acct=${acct} exe="/usr/sbin/sshd" hostname=? addr=${addr} terminal=sshd res=${res}`,
  );

describe("the example count-failed-logins", () => {
  it("counts those in a log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rxnetlink-logins-"));
    const log = join(folder, "audit.log");
    writeFileSync(
      log,
      [
        login(1, '"alice"', "failed"),
        login(2, '"alice"', "success"),
        login(3, '"alice"', "failed"),
        login(4, "6120622E", "failed", "?"),
        record("CRED_ACQ", 5, 'op=x acct="alice" res=failed'),
        "nonsense\n",
      ].join(""),
    );
    const { lines, status } = await start([process.execPath], "events/count-failed-logins", [log]).rest();
    rmSync(folder, { recursive: true });
    expect(lines).toEqual([
      "alice from 192.0.2.5 by /usr/sbin/sshd: 1",
      "alice from 192.0.2.5 by /usr/sbin/sshd: 2",
      "a b. from sshd by /usr/sbin/sshd: 1",
    ]);
    expect(status).toBe(0);
  });

  it.skipIf(!isInitialRoot)("listens to the kernel", async () => {
    const running = start([process.execPath], "events/count-failed-logins");
    expect(await running.line()).toBe("listening");
    await running.stop();
  });
});
