// The screens of rxnl watch and rxnl top, on a terminal that the program script makes.
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { aroundSandbox, program, why } from "../../support/rxnl.js";

const cannotPretend = spawnSync("script", ["--version"]).status !== 0;
if (cannotPretend) console.log("the screens of rxnl are not tested: they need the program script");

const ALTERNATIVE = "\x1b[?1049h";
const RESTORED = "\x1b[?25h\x1b[?1049l";

describe.skipIf(why !== undefined || cannotPretend)("a screen", () => {
  const kernel = aroundSandbox();
  const running: ChildProcessWithoutNullStreams[] = [];
  afterAll(() => {
    for (const one of running) one.kill();
  });

  /** Starts `rxnl` on a terminal of 80 columns and 12 rows. */
  function screen(...words: string[]) {
    // A remaining shell would end at Ctrl-C too and hide the status of rxnl.
    const command = ["exec", ...kernel.inside(), process.execPath, program, ...words].join(" ");
    const child = spawn("script", ["-qefc", `stty rows 12 cols 80; ${command}`, "/dev/null"], {
      env: { ...process.env, SHELL: "/bin/sh", TERM: "xterm-256color" },
    });
    running.push(child);
    const ended = once(child, "exit");
    let written = "";
    let seen = 0;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      written += text;
      child.emit("written");
    });
    return {
      /** Waits until something is drawn after what was awaited before. */
      async drawn(pattern: RegExp): Promise<void> {
        for (;;) {
          const plain = stripVTControlCharacters(written);
          const found = pattern.exec(plain.slice(seen));
          if (found !== null) {
            seen += found.index + found[0].length;
            return;
          }
          await once(child, "written");
        }
      },
      press: (keys: string) => child.stdin.write(keys),
      /** Waits for the end, and returns the status and the last of what was written. */
      async ended() {
        const [status] = (await ended) as [number];
        return [status, written.slice(-RESTORED.length)];
      },
      get written() {
        return written;
      },
    };
  }

  it("shows what there is and what changes, until q", async () => {
    const watch = screen("watch", "link", "rule");
    await watch.drawn(/Links 1 {2}Rules \d+ [\s\S]* index {2}ifname [\s\S]*1-1 of 1/);
    kernel.sandbox.run("ip link add s0 type ifb");
    await watch.drawn(/\+\d+ +s0 +ifb/);
    kernel.sandbox.run("ip link set s0 mtu 1400");
    await watch.drawn(/~\d+ +s0 +ifb +down +1400/);
    kernel.sandbox.run("ip link delete s0");
    await watch.drawn(/-\d+ +s0/);
    kernel.sandbox.run("ip rule add priority 71 lookup 71");
    await watch.drawn(/Rules \d+ ~1/);
    watch.press("2");
    await watch.drawn(/\+inet +71 /);
    watch.press("/priority=71\r");
    await watch.drawn(/\/priority=71 +1-1 of 1/);
    watch.press("?");
    await watch.drawn(/space p +pause/);
    watch.press("q");
    expect(await watch.ended()).toEqual([0, RESTORED]);
  });

  it("pauses, and restores the terminal at Ctrl-C", async () => {
    const watch = screen("watch", "link");
    await watch.drawn(/1-1 of 1/);
    watch.press(" ");
    await watch.drawn(/paused/);
    kernel.sandbox.run("ip link add s1 type ifb");
    await watch.drawn(/1 change since/);
    watch.press(" ");
    await watch.drawn(/\+\d+ +s1 /);
    watch.press("\x03");
    expect(await watch.ended()).toEqual([130, RESTORED]);
    kernel.sandbox.run("ip link delete s1");
  });

  it("restores the terminal before an error", async () => {
    const watch = screen("watch", "--netns", "/proc/self/status");
    expect((await watch.ended())[0]).toBe(1);
    const [before, after = ""] = watch.written.split(RESTORED);
    expect(before).toContain(ALTERNATIVE);
    expect(after).toContain("rxnl: ");
  });

  it("shows rates", async () => {
    const top = screen("top", "--interval", "0.2");
    await top.drawn(/rxnl top[\s\S]* link +rx bit\/s▼ +tx bit\/s/);
    await top.drawn(/ lo +[\d.]+/);
    top.press("q");
    expect(await top.ended()).toEqual([0, RESTORED]);
  });
});
