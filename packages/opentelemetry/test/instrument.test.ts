import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { registerInstrumentations } from "@opentelemetry/instrumentation";
import { all, done, one } from "@rxnetlink/core/promises";
import { fakeKernel } from "@rxnetlink/fake-route";
import { rtnetlink } from "@rxnetlink/route";
import { withDiagnostics } from "@rxnetlink/transport";
import { firstValueFrom, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { instrument } from "#src/instrument.js";
import { NetlinkInstrumentation } from "#src/instrumentation.js";
import { followContext, telemetry } from "./support/telemetry.js";

const ROUTE = { "netlink.protocol": "route" };

let told: ReturnType<typeof telemetry>;
let ends: (() => unknown)[];
beforeEach(() => {
  told = telemetry();
  ends = [followContext(), () => told.close()];
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
});

/** A fake kernel with two links whose connections are instrumented. */
function instrumented(faults: Parameters<typeof fakeKernel>[0] = {}) {
  const kernel = fakeKernel({ links: [{ ifname: "eth0" }], ...faults });
  const nl = rtnetlink({ transport: withDiagnostics(kernel.transport) });
  const stop = instrument(told.providers);
  ends.push(stop, () => nl.connection.close());
  return { kernel, nl, stop };
}

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.unreachable(),
    (error) => error,
  );

it("makes a request a child of the span that it is subscribed in", async () => {
  const { nl } = instrumented();
  const parent = await told.inSpan("check", () => one(nl.link.get$({ ifname: "eth0" })));
  const [span] = told.spans();
  expect(span).toMatchObject({
    name: "get link",
    kind: SpanKind.CLIENT,
    parentSpanContext: { spanId: parent.spanId, traceId: parent.traceId },
    status: { code: SpanStatusCode.UNSET },
    attributes: {
      ...ROUTE,
      "netlink.request.kind": "request",
      "netlink.object": "link",
      "netlink.operation": "get",
      "netlink.identity": "ifname=eth0",
      "netlink.message.type": 18,
      "netlink.replies": 1,
      "netlink.outcome": "completed",
    },
  });
});

it("keeps spans of subscriptions at the same time apart, also in a queue of dumps", async () => {
  const { nl } = instrumented();
  const names = Array.from({ length: 40 }, (_, i) => `span ${i}`);
  const parents = await Promise.all(names.map((name) => told.inSpan(name, () => all(nl.link.list$()))));
  const lists = told.spans().filter(({ name }) => name === "list link");
  const above = lists.map(({ parentSpanContext }) => parentSpanContext?.spanId);
  expect(above.sort()).toEqual(parents.map(({ spanId }) => spanId).sort());
});

it("describes a dump, and one that was left", async () => {
  const { nl } = instrumented();
  await all(nl.link.list$());
  nl.link.list$().subscribe().unsubscribe();
  expect(told.spans().map(({ name, attributes }) => [name, attributes["netlink.outcome"]])).toEqual([
    ["list link", "completed"],
    ["list link", "unsubscribed"],
  ]);
  expect(told.spans()[0]!.attributes).toMatchObject({ "netlink.replies": 2, "netlink.request.kind": "dump" });
});

it("describes a refusal", async () => {
  const { nl } = instrumented();
  const error = await failure(one(nl.link.get$({ ifname: "eth9" })));
  const [span] = told.spans();
  expect(span).toMatchObject({
    status: { code: SpanStatusCode.ERROR, message: error.message },
    attributes: { "error.type": "ENODEV", "netlink.errno": 19, "netlink.outcome": "failed" },
    events: [{ name: "exception" }],
  });
});

it("makes one span of a batch", async () => {
  const { nl } = instrumented();
  const rules = [{ priority: 7 }, { priority: 7 }, { priority: 8 }];
  await all(nl.rule.batch$("add", rules));
  expect(told.spans()).toMatchObject([
    { name: "batch add rule", attributes: { "netlink.replies": 3, "netlink.rejected": 1 } },
  ]);
});

it("measures durations by object, operation and error", async () => {
  const { nl } = instrumented();
  await all(nl.link.list$());
  await failure(one(nl.link.get$({ ifname: "eth9" })));
  const link = { ...ROUTE, "netlink.object": "link" };
  expect(await told.points("netlink.request.duration")).toEqual([
    {
      ...{ ...link, "netlink.operation": "list", "netlink.request.kind": "dump" },
      value: expect.objectContaining({ count: 1 }),
    },
    {
      ...{ ...link, "netlink.operation": "get", "netlink.request.kind": "request", "error.type": "ENODEV" },
      value: expect.objectContaining({ count: 1 }),
    },
  ]);
});

it("counts messages, notifications, overruns, resyncs and open sockets", async () => {
  const { kernel, nl } = instrumented({ faults: [{ fault: "overrun", on: "notification" }] });
  const events = firstValueFrom(nl.link.watch$().pipe(take(5), toArray()));
  await all(nl.link.list$());
  kernel.carrier("eth0", false);
  await new Promise<void>((resolve) =>
    nl.link.watch$().subscribe(({ type }) => type === "resync" && resolve()),
  );
  kernel.carrier("eth0", true);
  await events;
  expect(await told.points("netlink.overruns")).toEqual([{ ...ROUTE, value: 1 }]);
  expect(await told.points("netlink.resyncs")).toEqual([{ ...ROUTE, "netlink.object": "link", value: 1 }]);
  expect(await told.points("netlink.notifications")).toEqual([
    { ...ROUTE, "netlink.object": "link", "netlink.change": "new", value: 1 },
  ]);
  const [messages] = await told.points("netlink.messages");
  expect(messages!.value).toBe(nl.connection.statistics.messages);
  const [before] = await told.points("netlink.sockets");
  expect(before!.value).toBeGreaterThan(0);
  nl.connection.close();
  expect(await told.points("netlink.sockets")).toEqual([{ ...ROUTE, value: 0 }]);
});

it("ends with its disposer, and leaves no open socket behind", async () => {
  const { nl, stop } = instrumented();
  await all(nl.link.list$());
  stop();
  stop();
  await all(nl.link.list$());
  expect(told.spans()).toHaveLength(1);
  expect(await told.points("netlink.sockets")).toEqual([{ ...ROUTE, value: 0 }]);
});

it("makes spans or metrics alone", async () => {
  const { nl } = instrumented();
  const other = telemetry();
  const stop = instrument({ ...other.providers, spans: false });
  ends.push(stop, () => other.close());
  await all(nl.link.list$());
  expect(other.spans()).toEqual([]);
  expect(await other.points("netlink.request.duration")).toHaveLength(1);
});

it("is an instrumentation that can be registered, disabled and enabled", async () => {
  const { transport } = fakeKernel();
  const nl = rtnetlink({ transport: withDiagnostics(transport) });
  const instrumentation = new NetlinkInstrumentation({ metrics: false });
  const unregister = registerInstrumentations({ ...told.providers, instrumentations: [instrumentation] });
  ends.push(unregister, () => nl.connection.close());
  await all(nl.rule.list$());
  instrumentation.disable();
  await all(nl.rule.list$());
  instrumentation.enable();
  await done(nl.rule.add$({ priority: 9 }));
  unregister();
  await all(nl.rule.list$());
  expect(told.spans().map(({ name }) => name)).toEqual(["list rule", "add rule"]);
  expect(await told.points("netlink.messages")).toEqual([]);
});
