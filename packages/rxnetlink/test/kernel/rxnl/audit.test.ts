// rxnl audit, as far as it only reads: audit is of the whole machine.
import { spawnSync } from "node:child_process";
import { describeUnless, whyMissing, whyNotInitialRoot } from "@rxnetlink/testing/gates";
import { expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { rxnl } from "../../support/rxnl.js";

const auditctl = (...args: string[]) =>
  spawnSync("auditctl", args, {
    encoding: "utf8",
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  }).stdout;

describeUnless(whyNotInitialRoot() ?? whyMissing(["auditctl"]), "rxnl audit", () => {
  const following = aroundFollowing(() => []);

  it("prints the state of auditctl -s, with words for numbers", () => {
    const ours = rxnl(["audit", "status"]).stdout;
    const shared = auditctl("-s")
      .split("\n")
      .filter((line) => /^(pid|rate_limit|backlog_limit|backlog_wait_time) /.test(line));
    expect(shared).toHaveLength(4);
    for (const line of shared) expect(ours).toContain(`${line}\n`);
    expect(JSON.parse(rxnl(["audit", "status", "--json"]).stdout)).toMatchObject({
      failure: expect.stringMatching(/silent|printk|panic/),
    });
  });

  it("prints the rules of auditctl -l", () => {
    const theirs = auditctl("-l").trim();
    expect(rxnl(["audit", "rules"]).stdout.trim()).toBe(theirs === "No rules" ? "" : theirs);
    expect(JSON.parse(rxnl(["audit", "rules", "--json", "--key", "no-such-key"]).stdout)).toEqual([]);
  });

  it("listens to records, and ends at Ctrl-C", async () => {
    const text = await following("audit", "monitor");
    expect(await text.interrupted()).toBe(130);
  });
});
