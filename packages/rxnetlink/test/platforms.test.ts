import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Runs a module as if on another platform, and parses its output as JSON. */
function on(platform: string, program: string): unknown {
  const pretend = `Object.defineProperty(process, "platform", { value: ${JSON.stringify(platform)} });`;
  const args = ["--input-type=module", "--eval", `${pretend} ${program}`];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}
const umbrella = JSON.stringify(import.meta.resolve("#src/index.js"));
const transport = JSON.stringify(import.meta.resolve("@rxnetlink/transport"));

describe.each(["darwin", "win32"])("on %s", (platform) => {
  it.each([
    ["rxnetlink", umbrella],
    ["@rxnetlink/transport", transport],
  ])("%s can be imported", (_, module) => {
    const program = `const names = Object.keys(await import(${module})); console.log(JSON.stringify(names));`;
    expect(on(platform, program)).toContain("kernelTransport");
  });

  it("reports that the kernel needs Linux", () => {
    const program = `
      const { kernelTransport, rtnetlink } = await import(${umbrella});
      const failures = [];
      const note = ({ name, code, message }) => failures.push([name, code, message]);
      kernelTransport().socket$({ protocol: 0 }).subscribe({ error: note });
      await kernelTransport().createNamespace().catch(note);
      const { link, close } = rtnetlink();
      await new Promise((resolve) => link.list$().subscribe({ error: (error) => resolve(note(error)) }));
      await new Promise((resolve) => link.notifications$().subscribe({ error: (error) => resolve(note(error)) }));
      await close();
      console.log(JSON.stringify(failures));`;
    const failure = ["SystemError", "ENOSYS", `socket: ENOSYS (netlink needs Linux, not ${platform})`];
    expect(on(platform, program)).toEqual([failure, failure, failure, failure]);
  });
});
