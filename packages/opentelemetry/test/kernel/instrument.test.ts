// The real kernel: spans, and metrics that agree with what the connection and the kernel count.
import { all, done } from "@rxnetlink/core/promises";
import { rtnetlink } from "@rxnetlink/route";
import { whyNoNamespaces, withNamespace } from "@rxnetlink/testing/kernel";
import { expect, it } from "vitest";
import { instrument } from "#src/instrument.js";
import { followContext, telemetry } from "../support/telemetry.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`spans of the kernel's requests skipped: ${why}`);

it.skipIf(why !== undefined)("describes what the real kernel does and refuses", async () => {
  const told = telemetry();
  const ends = [followContext(), instrument(told.providers)];
  await withNamespace(async ({ transport, namespace, json }) => {
    const nl = rtnetlink({ transport, namespace: namespace.ref });
    const parent = await told.inSpan("set up", async () => {
      await done(nl.link.add$({ ifname: "br0", linkinfo: { kind: "bridge" } }));
      await nl.link
        .add$({ ifname: "br0", linkinfo: { kind: "bridge" } })
        .forEach(() => {})
        .catch(() => {});
      await all(nl.link.list$());
    });
    const links = json<unknown[]>("ip -j link").length;
    const ours = told.spans().filter(({ parentSpanContext }) => parentSpanContext?.spanId === parent.spanId);
    expect(ours.map(({ name, attributes }) => [name, attributes["error.type"]])).toEqual([
      ["add link", undefined],
      ["add link", "EEXIST"],
      ["list link", undefined],
    ]);
    expect(ours.at(-1)!.attributes["netlink.replies"]).toBe(links);
    const [messages] = await told.points("netlink.messages");
    expect(messages!.value).toBe(nl.connection.statistics.messages);
  });
  for (const end of ends) end();
  await told.close();
});
