import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { NetlinkError, SystemError } from "@rxnetlink/core";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "./rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the kernel's errors are not tried: ${why}`);

/** The error that a stream ends with. */
async function refusal(source$: Observable<unknown>): Promise<NetlinkError> {
  const error = await lastValueFrom(source$).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NetlinkError);
  return error as NetlinkError;
}

describe.skipIf(why !== undefined)("what the kernel refuses", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeAll(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link set lo up; ip link add v0 type veth peer name v1");
    nl = rtnetlink(sandbox.transport, { namespace: sandbox.namespace.ref });
  });
  afterAll(() => sandbox?.close());

  it("is EEXIST for what exists", async () => {
    const error = await refusal(nl.link.add$({ ifname: "v0", linkinfo: { kind: "ifb" } }));
    expect(error).toMatchObject({
      code: "EEXIST",
      errno: 17,
      request: { type: 16, value: { ifname: "v0" } },
    });
  });

  it("is ENODEV for what does not", async () => {
    expect((await refusal(nl.link.get$({ ifname: "nobody" }))).code).toBe("ENODEV");
    expect((await refusal(nl.link.delete$({ index: 4711 }))).code).toBe("ENODEV");
  });

  it("is ERANGE, naming the attribute in the caller's own object", async () => {
    const value = { ifname: "vx0", linkinfo: { kind: "vxlan", data: { vxlan: { id: 2 ** 24 } } } };
    const error = await refusal(nl.link.add$(value));
    expect(error).toMatchObject({ code: "ERANGE", path: "linkinfo.data.vxlan.id" });
    expect(error.message).toContain("VXLAN ID must be lower than 16777216");
    expect(error.request.value).toBe(value);
  });

  it("is ERANGE or EINVAL at top level, with what would have been taken", async () => {
    const error = await refusal(nl.link.change$({ ifname: "v0", ifalias: "x".repeat(300) }));
    expect(error).toMatchObject({ code: "ERANGE", path: "ifalias", policy: { maxLength: 255 } });
  });

  it("is EOPNOTSUPP for a kind of link that the kernel lacks", async () => {
    const error = await refusal(nl.link.add$({ ifname: "x0", linkinfo: { kind: "no-such-kind" } }));
    expect(error).toMatchObject({ code: "EOPNOTSUPP", text: "Unknown device type" });
  });

  it("is EINVAL for a filter that dumps do not take", async () => {
    const { layout, types } = nl.link.declaration;
    const error = await refusal(nl.connection.dump$({ type: types.get!, layout, value: { index: 1 } }));
    expect(error.code).toBe("EINVAL");
    expect(error.text).toContain("index");
  });

  it("is EPROTONOSUPPORT for a protocol that the kernel lacks", async () => {
    const none$ = sandbox.transport.socket$({ protocol: 1 });
    await expect(lastValueFrom(none$)).rejects.toBeInstanceOf(SystemError);
    await expect(lastValueFrom(none$)).rejects.toMatchObject({ code: "EPROTONOSUPPORT" });
  });

  it("is EPERM for an ordinary user, who may read and watch all the same", async () => {
    const program = `
      import { rtnetlink } from ${JSON.stringify(new URL("./index.js", import.meta.url).href)};
      import { kernelTransport } from ${JSON.stringify(import.meta.resolve("@rxnetlink/transport"))};
      const { link, address, route } = rtnetlink(kernelTransport());
      let rows = 0;
      const names = [];
      link.notifications$({ listening: () => link.list$().subscribe({ next: ({ ifname }) => names.push(ifname), complete: () =>
        address.list$().subscribe({ complete: () => route.list$().subscribe({ next: () => rows++, complete: () =>
          link.add$({ ifname: "mine", linkinfo: { kind: "ifb" } }).subscribe({ error: ({ code, hint }) => {
            console.log(JSON.stringify({ code, hint, names })); process.exit(); } }) }) }) }) }).subscribe();`;
    // A user namespace of its own owns nothing outside: no capability reaches the network namespace.
    const args = [
      `--net=${sandbox.namespace.path}`,
      "unshare",
      "--user",
      process.execPath,
      "--input-type=module",
      "-e",
      program,
    ];
    const { stdout } = await promisify(execFile)("nsenter", args);
    const { code, hint, names } = JSON.parse(stdout) as { code: string; hint: string; names: string[] };
    expect(code).toBe("EPERM");
    expect(hint).toContain("CAP_NET_ADMIN");
    expect(names).toContain("v0");
  });
});
