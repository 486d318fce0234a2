// All 32 protocols, compared with plain system calls, and groups up to the kernel's limit.
import { spawnSync } from "node:child_process";
import { netlinkProtocols, type SocketOptions, SystemError } from "@rxnetlink/core";
import { firstValueFrom, mergeMap, Subscription } from "rxjs";
import { afterAll, describe, expect, it } from "vitest";
import { kernelTransport } from "#src/kernel-transport.js";

const transport = kernelTransport();
const open = new Subscription();
afterAll(async () => {
  open.unsubscribe();
  await transport.close();
});

/** Opens a socket, and keeps it open. */
function opened(options: SocketOptions) {
  const socket$ = transport.socket$(options);
  return new Promise((resolve, reject) => {
    open.add(socket$.subscribe({ next: resolve, error: reject }));
  });
}

/** Makes system calls in a Python program, which prints JSON. */
function python(program: string): unknown {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", program], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const hasPython = spawnSync("python3", ["-c", ""]).status === 0;
if (!hasPython) console.log("system calls of another program not compared: needs python3");

/** Prints the errno of opening each protocol with each type of socket, 0 if it opens. */
const OPEN_ALL = `
import json, socket
def errno(kind, number):
    try:
        socket.socket(socket.AF_NETLINK, kind, number).close()
        return 0
    except OSError as error:
        return error.errno
print(json.dumps({name: [errno(kind, number) for number in range(32)]
    for name, kind in (("raw", socket.SOCK_RAW), ("dgram", socket.SOCK_DGRAM))}))
`;

/** Prints the last group of NETLINK_ROUTE, found by joining them all. */
const LAST_GROUP = `
import json, socket
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
last = 0
for group in range(1, 200):
    try:
        s.setsockopt(270, 1, group)
        last = group
    except PermissionError:
        last = group
    except OSError:
        pass
print(json.dumps(last))
`;

describe.each(["raw", "dgram"] as const)("sockets of the type %s", (type) => {
  it.skipIf(!hasPython)(
    "open where those of another program do, and hint at the reason elsewhere",
    async () => {
      const theirs = (python(OPEN_ALL) as Record<string, number[]>)[type]!;
      const ours = await Promise.all(
        netlinkProtocols.map(async ({ number: protocol }) => {
          try {
            await opened({ protocol, type });
            return 0;
          } catch (error) {
            expect(error).toBeInstanceOf(SystemError);
            const { errno, code, hint } = error as SystemError;
            expect(code).toBe("EPROTONOSUPPORT");
            expect(hint).toMatch(/^(this kernel lacks NETLINK_|no kernel (after [\d.]+ )?has )/);
            return errno;
          }
        }),
      );
      expect(ours).toEqual(theirs);
    },
  );

  it("open by the name of the protocol, and join groups by name", async () => {
    await expect(opened({ protocol: "route", type, groups: ["link", "ipv4-route"] })).resolves.toBeDefined();
    await expect(opened({ protocol: "route", type, groups: ["links"] })).rejects.toThrow(
      "did you mean link?",
    );
  });
});

describe("the last group", () => {
  it.skipIf(!hasPython)("is named to those who ask for a later one", async () => {
    const last = python(LAST_GROUP) as number;
    const refused = `this kernel has no group 1000 in NETLINK_ROUTE; its last one is ${last}`;
    await expect(opened({ protocol: "route", groups: [1000] })).rejects.toThrow(refused);
  });

  it.each(["usersock", "kobject-uevent"] as const)(
    "of %s is 32, as of all protocols with fewer",
    async (protocol) => {
      await expect(opened({ protocol, groups: [33] })).rejects.toThrow("its last one is 32");
    },
  );

  it("is named when a socket joins a later one", async () => {
    const failed$ = transport.socket$({ protocol: "usersock" }).pipe(
      mergeMap((socket) => {
        socket.join(33);
        return socket.arrivals$;
      }),
    );
    const { type, error } = { error: undefined, ...(await firstValueFrom(failed$)) };
    expect(type).toBe("callFailed");
    expect(error).toMatchObject({ code: "EINVAL", hint: expect.stringContaining("its last one is 32") });
  });
});
