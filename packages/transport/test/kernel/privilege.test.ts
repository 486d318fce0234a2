import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { kernelTransport } from "#src/kernel-transport.js";
import { runProgram } from "../support/child.js";

/** Command that starts a process without capabilities, like that of an ordinary user. */
const ORDINARY = ["setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"];

const tried = spawnSync("unshare", ["--net", ...ORDINARY, "true"]);
const why = tried.status === 0 ? undefined : (tried.error?.message ?? `${tried.stderr}`.trim());
if (why !== undefined) console.log(`skipped: ordinary users: ${why}`);

const module = (name: string) => JSON.stringify(import.meta.resolve(name));
const PROGRAM = `
  import { Connection } from ${module("@rxnetlink/core")};
  import { firstValueFrom, toArray } from ${module("rxjs")};
  import { changeLink, dumpLinks, getLink, heard } from ${module("../support/rtnetlink.js")};
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  const NETLINK_USERSOCK = 2;
`;

/** Runs a program without privileges in a network namespace; `each` is called at once with each report. */
async function ordinarily<T>(program: string, each: (value: unknown, path: string) => void = () => {}) {
  const transport = kernelTransport();
  const namespace = await transport.createNamespace();
  try {
    return await runProgram<T>(PROGRAM + program, {
      within: ["nsenter", `--net=${namespace.path}`, ...ORDINARY],
      each: (value) => each(value, namespace.path),
    });
  } finally {
    namespace.close();
    await transport.close();
  }
}

describe.skipIf(why !== undefined)("an ordinary user", () => {
  it("lists, gets and watches", async () => {
    const change = (value: unknown, path: string) => {
      if (value === "listening")
        execFileSync("nsenter", [`--net=${path}`, "ip", "link", "set", "lo", "mtu", "1111"]);
    };
    const program = `
      const heard$ = await heard(connection);
      report((await firstValueFrom(dumpLinks(connection).pipe(toArray()))).map(({ ifname }) => ifname));
      report((await getLink(connection)).ifname);
      report("listening");
      report((await firstValueFrom(heard$)).value.mtu);
      connection.close();`;
    expect(await ordinarily(program, change)).toEqual([["lo"], "lo", "listening", 1111]);
  });

  it("gets an error that names the missing capability", async () => {
    const errors = await ordinarily<Record<string, unknown>>(`
      report(await failure(() => changeLink(connection, { index: 1, mtu: 1111 })));
      report(await failure(() => opened(transport, { protocol: NETLINK_USERSOCK, groups: [1] })));
      report(await failure(() => opened(transport, { listenAllNsid: true })));
      report(await failure(() => opened(transport, { namespace: process.pid })));
      report(await failure(() => opened(transport, { namespace: 1 })));
      report(await failure(() => transport.createNamespace()));
      report(await failure(() => transport.createNamespace("mine")));
      connection.close();`);
    const hint = (text: string) => expect.stringContaining(text);
    expect(errors).toMatchObject([
      { name: "KernelError", code: "EPERM", hint: hint("CAP_NET_ADMIN") },
      { name: "SystemError", code: "EPERM", hint: hint("joining group 1 needs CAP_NET_ADMIN") },
      { name: "SystemError", code: "EPERM", hint: hint("CAP_NET_BROADCAST") },
      { name: "SystemError", code: "EPERM", hint: hint("CAP_SYS_ADMIN") },
      { name: "SystemError", hint: hint("CAP_SYS_ADMIN") },
      { name: "SystemError", code: "EPERM", hint: hint("CAP_SYS_ADMIN") },
      { name: "SystemError", hint: hint("CAP_SYS_ADMIN") },
    ]);
  });
});
