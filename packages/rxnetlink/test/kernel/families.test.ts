import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { genericNetlink } from "#src/generic.js";
import { mptcp } from "#src/mptcp.js";

const why =
  whyNoNamespaces() ??
  (await firstValueFrom(genericNetlink().family.get$({ familyName: "mptcp_pm" })).then(
    () => undefined,
    () => "no family mptcp_pm in this kernel",
  ));

describe.skipIf(why !== undefined)(`families of generic netlink${why ? ` (skipped: ${why})` : ""}`, () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link add v0 type veth");
  });
  afterEach(() => sandbox.close());

  test("take links by name, looked up in their namespace", async () => {
    const { transport, namespace } = sandbox;
    const { endpoint } = mptcp({ transport, namespace: namespace.ref });
    await firstValueFrom(
      endpoint.add$({ addr: { addr4: "192.0.2.1", ifIdx: "v0", flags: { signal: true } } }),
    );
    expect(sandbox.json("ip -j mptcp endpoint")).toMatchObject([{ address: "192.0.2.1", dev: "v0" }]);
    const error = await firstValueFrom(endpoint.add$({ addr: { addr4: "192.0.2.2", ifIdx: "v9" } })).catch(
      (it) => it,
    );
    expect(error).toMatchObject({ code: "ENODEV", path: "addr.ifIdx" });
  });
});
