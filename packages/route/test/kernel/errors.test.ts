import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { definitionOf, KernelError, SystemError } from "@rxnetlink/core";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the kernel's errors skipped: ${why}`);

/** Returns the error of a stream. */
async function refusal(source$: Observable<unknown>): Promise<KernelError> {
  const error = await lastValueFrom(source$).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(KernelError);
  return error as KernelError;
}

describe.skipIf(why !== undefined)("an error of the kernel", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeAll(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link set lo up; ip link add v0 type veth peer name v1");
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterAll(() => sandbox?.close());

  it("is EEXIST for existing objects", async () => {
    const error = await refusal(nl.link.add$({ ifname: "v0", linkinfo: { kind: "ifb" } }));
    expect(error).toMatchObject({
      code: "EEXIST",
      errno: 17,
      request: { type: 16, value: { ifname: "v0" } },
    });
  });

  it("is ENODEV for missing links", async () => {
    expect((await refusal(nl.link.get$({ ifname: "nobody" }))).code).toBe("ENODEV");
    expect((await refusal(nl.link.delete$({ index: 4711 }))).code).toBe("ENODEV");
  });

  it("is ERANGE with the path of the attribute in the caller's object", async () => {
    const value = { ifname: "vx0", linkinfo: { kind: "vxlan", data: { vxlan: { id: 2 ** 24 } } } };
    const error = await refusal(nl.link.add$(value));
    expect(error).toMatchObject({ code: "ERANGE", path: "linkinfo.data.vxlan.id" });
    expect(error.message).toContain("VXLAN ID must be lower than 16777216");
    expect(error.request.value).toBe(value);
  });

  it("is ERANGE or EINVAL at top level, with the accepted values", async () => {
    const error = await refusal(nl.link.change$({ ifname: "v0", ifalias: "x".repeat(300) }));
    expect(error).toMatchObject({ code: "ERANGE", path: "ifalias", policy: { maxLength: 255 } });
  });

  it("is EOPNOTSUPP for a kind of link that the kernel lacks", async () => {
    const error = await refusal(nl.link.add$({ ifname: "x0", linkinfo: { kind: "no-such-kind" } }));
    expect(error).toMatchObject({ code: "EOPNOTSUPP", text: "Unknown device type" });
  });

  it("describes the request by names, for every verb", async () => {
    const { index: ifindex } = await lastValueFrom(nl.link.get$({ ifname: "v0" }));
    const tried: [Observable<unknown>, string][] = [
      [nl.link.get$({ ifname: "nope" }), "get link ifname=nope: ENODEV (no such device)"],
      [nl.link.delete$({ index: 4711 }), "delete link index=4711: ENODEV (no such device)"],
      [
        nl.link.change$({ ifname: "v0", mtu: 1 }),
        "change link ifname=v0: EINVAL: mtu less than device minimum",
      ],
      [nl.rule.delete$({ family: "inet", priority: 7 }), "delete rule family=inet priority=7"],
      [nl.qdisc.delete$({ ifindex, handle: 0x90000 }), `delete qdisc ifindex=${ifindex} handle=9:: ENOENT`],
    ];
    for (const [source$, message] of tried) expect((await refusal(source$)).message).toContain(message);
    const outcome = await lastValueFrom(nl.address.batch$("delete", [{ index: 1, local: "192.0.2.7" }]));
    expect(outcome.error?.message).toMatch(/^delete address index=1 local=192\.0\.2\.7: EADDRNOTAVAIL/);
    expect(outcome.error).toMatchObject({ object: "address", verb: "delete", request: { verb: "delete" } });
    const { layout, types } = definitionOf(nl.link);
    const raw = { type: types.get!, layout, value: { ifname: "nope" } };
    const error = await refusal(nl.connection.request$(raw));
    expect(error.message).toBe("message type 18 (link): ENODEV (no such device)");
  });

  it.each([
    [{ linkinfo: { kind: "bridg" } }, "did you mean bridge?"],
    [
      { linkinfo: { kind: "caif" } },
      "this kernel lacks the link kind caif: its module is missing or not loaded",
    ],
    [{ linkinfo: { kind: "no-such-kind" } }, "there is no link kind no-such-kind, or its module is missing"],
    [{ ifname: "name-of-16-bytes", linkinfo: { kind: "veth" } }, "a link name has at most 15 bytes"],
    [{ ifname: "a b", linkinfo: { kind: "veth" } }, "a link name must not contain blanks, / or :"],
    [{ ifname: "v0", linkinfo: { kind: "veth" } }, "it exists already: change it, or delete it first"],
  ])("has a hint for the link %j", async (link, hint) => {
    const error = await refusal(nl.link.add$({ ifname: "x0", ...link }));
    expect(error.hint).toBe(hint);
    expect(error.message).toContain(`; ${hint}`);
  });

  it("has a hint for other objects", async () => {
    const { index: ifindex } = await lastValueFrom(nl.link.get$({ ifname: "v0" }));
    const to = { dst: "198.51.100.0", dstLen: 24 };
    const hints = async (source$: Observable<unknown>) => (await refusal(source$)).hint;
    expect(await hints(nl.qdisc.add$({ ifindex, kind: "fq_codl" }))).toBe("did you mean fq_codel?");
    expect(await hints(nl.qdisc.add$({ ifindex, kind: "teql0" }))).toContain(
      "this kernel lacks the qdisc kind",
    );
    expect(await hints(nl.route.add$({ ...to, gateway: "203.0.113.1" }))).toContain("a gateway needs a link");
    expect(await hints(nl.route.add$({ ...to, oif: ifindex }))).toContain("its link is down");
    expect(await hints(nl.route.delete$(to))).toBe("no such object");
  });

  it.each([
    [
      "link",
      "change",
      { ifname: "v0", address: "01:00:5e:00:00:01" },
      "neither a multicast address nor zero",
    ],
    [
      "link",
      "change",
      { ifname: "v0", address: "00:00:00:00:00:00" },
      "neither a multicast address nor zero",
    ],
    ["link", "change", { index: 1, ifname: "v0" }, "another link has the name"],
    ["address", "add", { index: 1, local: "ff02::7" }, "cannot be given a multicast address"],
    [
      "address",
      "add",
      { index: 1, local: "::" },
      "cannot be given a multicast address or the unspecified one",
    ],
  ] as const)("has a hint that fits what was sent: %s %s %j", async (object, verb, value, hint) => {
    const verbs = nl[object] as unknown as Record<string, (value: object) => Observable<unknown>>;
    expect((await refusal(verbs[`${verb}$`]!(value))).hint).toContain(hint);
  });

  it("is EINVAL for an unsupported filter of a dump", async () => {
    const { layout, types } = definitionOf(nl.link);
    const error = await refusal(nl.connection.dump$({ type: types.get!, layout, value: { index: 1 } }));
    expect(error.code).toBe("EINVAL");
    expect(error.text).toContain("index");
  });

  it("is EPROTONOSUPPORT for a protocol that the kernel lacks", async () => {
    const none$ = sandbox.transport.socket$({ protocol: 1 });
    await expect(lastValueFrom(none$)).rejects.toBeInstanceOf(SystemError);
    await expect(lastValueFrom(none$)).rejects.toMatchObject({ code: "EPROTONOSUPPORT" });
  });

  it("is EPERM for unprivileged users, who may still read and watch", async () => {
    const program = `
      import { rtnetlink } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
      import { kernelTransport } from ${JSON.stringify(import.meta.resolve("@rxnetlink/transport"))};
      const { link, address, route } = rtnetlink({ transport: kernelTransport() });
      let rows = 0;
      const names = [];
      link.notifications$({ listening: () => link.list$().subscribe({ next: ({ ifname }) => names.push(ifname), complete: () =>
        address.list$().subscribe({ complete: () => route.list$().subscribe({ next: () => rows++, complete: () =>
          link.add$({ ifname: "mine", linkinfo: { kind: "ifb" } }).subscribe({ error: ({ code, hint }) => {
            console.log(JSON.stringify({ code, hint, names })); process.exit(); } }) }) }) }) }).subscribe();`;
    // A new user namespace has no capability in the network namespace outside.
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
