import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { kernelTransport } from "#src/kernel-transport.js";
import { told } from "../support/child.js";

/** A process that has no capability and can get none, like an ordinary user's. */
const ORDINARY = ["setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"];

const tried = spawnSync("unshare", ["--net", ...ORDINARY, "true"]);
const why = tried.status === 0 ? undefined : (tried.error?.message ?? `${tried.stderr}`.trim());
if (why !== undefined) console.log(`what ordinary users may is not tried: ${why}`);

const module = (name: string) => JSON.stringify(import.meta.resolve(name));
const PROGRAM = `
  import { Connection } from ${module("@rxnetlink/core")};
  import { firstValueFrom, toArray } from ${module("rxjs")};
  import { changeLink, dumpLinks, getLink, heard } from ${module("../support/rtnetlink.js")};
  const transport = kernelTransport();
  const connection = new Connection(transport, { protocol: 0 });
  const NETLINK_USERSOCK = 2;
`;

/** Runs a program without privileges, in a network namespace of its own; `each` hears what it tells, at once. */
async function ordinarily<T>(program: string, each: (value: unknown, path: string) => void = () => {}) {
  const transport = kernelTransport();
  const namespace = await transport.createNamespace();
  try {
    return await told<T>(PROGRAM + program, {
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
      tell((await firstValueFrom(dumpLinks(connection).pipe(toArray()))).map(({ ifname }) => ifname));
      tell((await getLink(connection)).ifname);
      tell("listening");
      tell((await firstValueFrom(heard$)).value.mtu);
      connection.close();`;
    expect(await ordinarily(program, change)).toEqual([["lo"], "lo", "listening", 1111]);
  });

  it("is told what each other thing needs", async () => {
    const errors = await ordinarily<Record<string, unknown>>(`
      tell(await failure(() => changeLink(connection, { index: 1, mtu: 1111 })));
      tell(await failure(() => opened(transport, { protocol: NETLINK_USERSOCK, groups: [1] })));
      tell(await failure(() => opened(transport, { listenAllNsid: true })));
      tell(await failure(() => opened(transport, { namespace: process.pid })));
      tell(await failure(() => opened(transport, { namespace: 1 })));
      tell(await failure(() => transport.createNamespace()));
      tell(await failure(() => transport.createNamespace("mine")));
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
