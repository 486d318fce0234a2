// What shells complete, by `rxnl complete` and by the scripts that call it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isInstalled, program, rxnl } from "../../support/rxnl.js";

const complete = (...words: string[]) =>
  rxnl(["complete", "--", ...words])
    .stdout.split("\n")
    .slice(0, -1);

describe("rxnl complete", () => {
  it.each<[string[], string[]]>([
    [["ru"], ["rule"]],
    [["mptcp."], ["mptcp.endpoint", "mptcp.event"]],
    [["rule", "f"], ["flush"]],
    [["rule", "add", "pri"], ["priority="]],
    [["link", "add", "linkinf"], ["linkinfo."]],
    [
      ["link", "add", "linkinfo.kind=vx"],
      ["linkinfo.kind=vxcan", "linkinfo.kind=vxlan"],
    ],
    [["link", "change", "flags=up,mul"], ["flags=up,multicast"]],
    [["--json", "link", "list", "--memb"], ["--members"]],
    [["nft", "tra"], ["trace"]],
    [["nosuch", "x"], []],
    [["link", "add", "nosuch=x"], []],
  ])("of %j gives %j", (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });

  it("gives the names of links where an index is expected", () => {
    expect(complete("route", "add", "oif=l")).toContain("oif=lo");
  });

  it("begins with the objects of routing and all families", () => {
    expect(complete("")).toEqual(expect.arrayContaining(["link", "nexthop", "nft", "wireguard.", "help"]));
  });
});

describe("the scripts of rxnl completion", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rxnl-completion-"));
    const script = `#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`;
    writeFileSync(join(folder, "rxnl"), script, { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs lines in a shell that finds `rxnl`. */
  const inShell = (shell: string, args: readonly string[], lines: string) => {
    const PATH = [folder, process.env.PATH].join(":");
    return spawnSync(shell, [...args, lines], { encoding: "utf8", env: { ...process.env, PATH } });
  };

  const bash = (line: string) =>
    inShell(
      "bash",
      ["-c"],
      `source <(rxnl completion bash); COMP_LINE='${line}' COMP_POINT=${line.length}
       _rxnl; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ).stdout.trim();

  it("complete in bash, where = ends a word", () => {
    expect(bash("rxnl nexth")).toBe("nexthop\nnexthopBucket");
    expect(bash("rxnl link add linkinfo.kind=vet")).toBe("veth");
  });

  it.for<[shell: string, lines: string, expected: string]>([
    [
      "zsh",
      "autoload -U compinit; compinit -D; source <(rxnl completion zsh); whence -w _rxnl",
      "_rxnl: function",
    ],
    [
      "fish",
      "rxnl completion fish | source; complete -C 'rxnl link add linkinfo.kind=vet'",
      "linkinfo.kind=veth",
    ],
  ])("are understood by %s", ([shell, lines, expected], { skip }) => {
    if (!isInstalled(shell)) skip(`no ${shell} here`);
    const { stdout, stderr } = inShell(shell, ["-c"], lines);
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe(expected);
  });
});
