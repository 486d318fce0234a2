// Requests and notifications by a description, in a namespace of their own.

import { ArgumentError, EncodeError, KernelError, toJson, type WatchEvent } from "@rxnetlink/core";
import { NLM_F_CREATE, NLM_F_EXCL } from "@rxnetlink/core/schema";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, lastValueFrom, type Observable, take, takeWhile, tap, toArray } from "rxjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toText } from "#src/client/to-text.js";
import { type Ynl, ynl } from "#src/client/ynl.js";
import { loadSpec } from "#src/load-spec.js";
import type { DescribedValue, LoadedSpec } from "#src/spec.js";
import { linkSpec } from "../support/link-spec.js";

const why = whyNoNamespaces();
const spec = loadSpec(linkSpec);
const create = { flags: NLM_F_CREATE | NLM_F_EXCL };
const bridge = (name: string, data = {}) => ({ ifname: name, linkInfo: { kind: "bridge", data } });

describe.skipIf(why !== undefined)(
  `a described family${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    let sandbox: Sandbox;
    let links: Ynl<LoadedSpec>;
    beforeEach(async () => {
      sandbox = await openSandbox();
      sandbox.run("ip link set lo up");
      links = ynl(spec, { transport: sandbox.transport, namespace: sandbox.namespace.ref });
    });
    afterEach(() => sandbox?.close());

    const errorOf = (made: Promise<unknown>) =>
      made.then(
        () => undefined,
        (error: Error) => error,
      );

    test("makes a request and emits the acknowledgement", async () => {
      const value = bridge("b0", { bridge: { forwardDelay: 1234 } });
      expect(await firstValueFrom(links.do$("new-link", value, create))).toEqual({});
      const [shown] = sandbox.json<{ linkinfo: { info_data: object } }[]>("ip -d -j link show b0");
      expect(shown!.linkinfo.info_data).toMatchObject({ forward_delay: 1234 });
    });

    test("makes a request and emits the reply", async () => {
      const link = await firstValueFrom(links.do$("get-link", { ifname: "lo" }));
      expect(link).toMatchObject({ index: 1, ifname: "lo", flags: 0x1_0049, mtu: 65536 });
      const { layout } = spec.operations["get-link"]!;
      expect(toJson(layout, link)).toMatchObject({ flags: ["up", "loopback", "0x10040"] });
      expect(toText(layout, link)).toMatch(
        /^family 0 type 772 index 1 flags <up,loopback,0x10040> change 0x0 ifname lo mtu 65536 address 00:00:.* unknown <13,16/,
      );
    });

    test("lists", async () => {
      sandbox.run("ip link add b0 type bridge; ip link add b1 type bridge");
      const all = await lastValueFrom(links.dump$("get-link").pipe(toArray()));
      expect(all.map(({ ifname }) => ifname)).toEqual(["lo", "b0", "b1"]);
    });

    test("accepts the names of the description, names of bits and numbers for 64-bit integers", async () => {
      const value = {
        ifname: "b0",
        flags: ["up"],
        change: 1,
        "link-info": { kind: "bridge", data: { bridge: { "hello-time": 300 } } },
      } as object;
      await firstValueFrom(links.do$("new-link", value, create));
      const [shown] =
        sandbox.json<{ flags: string[]; linkinfo: { info_data: object } }[]>("ip -d -j link show b0");
      expect(shown!.flags).toContain("UP");
      expect(shown!.linkinfo.info_data).toMatchObject({ hello_time: 300 });
    });

    test("emits notifications, also those that the description names by the request only", async () => {
      const seen = firstValueFrom(
        links
          .notifications$("link", {
            listening: () => sandbox.run("ip link add b0 type bridge; ip link del b0"),
          })
          .pipe(
            filter((one) => one.type === "notification" && one.operation === "del-link"),
            take(1),
            toArray(),
          ),
      );
      expect(await seen).toMatchObject([
        { type: "notification", operation: "del-link", value: { ifname: "b0" } },
      ]);
    });

    test("emits those of one operation", async () => {
      const seen = await firstValueFrom(
        links.notifications$(["new-link-ntf"], {
          listening: () => sandbox.run("ip link add b0 type bridge"),
        }),
      );
      expect(seen).toMatchObject({
        operation: "new-link-ntf",
        value: { ifname: "b0" },
        portId: expect.anything(),
      });
    });

    test("watches a list, with what is announced as one or all", async () => {
      const options = { by: ["index"], notifiedBy: ["new-link-ntf", "del-link"] };
      const steps = ["ip link add b0 type bridge", "ip link set b0 up", "ip link del b0"];
      const nameOf = (event: WatchEvent<DescribedValue>) =>
        event.type === "added" || event.type === "changed"
          ? event.current.ifname
          : event.type === "removed"
            ? event.previous.ifname
            : undefined;
      const seen: [string, unknown][] = [];
      await lastValueFrom(
        links.watch$("get-link", {}, options).pipe(
          takeWhile(({ type }) => type !== "removed", true),
          tap((event) => {
            const name = nameOf(event);
            seen.push([event.type, name]);
            const step = event.type === "synced" || name === "b0" ? steps.shift() : undefined;
            if (step !== undefined) sandbox.run(step);
          }),
        ),
      );
      expect(seen.filter(([type]) => type !== "changed")).toEqual([
        ["added", "lo"],
        ["synced", undefined],
        ["added", "b0"],
        ["removed", "b0"],
      ]);
      expect(seen).toContainEqual(["changed", "b0"]);
    });

    test.each<[string, () => object, string]>([
      ["a list that is none", () => links.watch$("new-link", {}, { by: ["index"] }), "new-link has no dump"],
      [
        "an unknown announcement",
        () => links.watch$("get-link", {}, { by: ["index"], notifiedBy: ["nolink"] }),
        "no such group or notification",
      ],
      ["no identity", () => links.watch$("get-link", {}, {} as never), "by"],
    ])("refuses to watch %s", async (_, watch, message) => {
      const error = await errorOf(lastValueFrom(watch() as Observable<unknown>));
      expect(error).toBeInstanceOf(ArgumentError);
      expect(error!.message).toContain(message);
    });

    test("reports a refusal of the kernel with the operation", async () => {
      const error = await errorOf(firstValueFrom(links.do$("get-link", { ifname: "none" })));
      expect(error).toBeInstanceOf(KernelError);
      expect(error!.message).toMatch(/^get-link links ifname=none: ENODEV/);
    });

    test.each<[string, object, string]>([
      [
        "new-link",
        bridge("b0", { bridge: { helloTime: 0 } }),
        "linkInfo.data.bridge.helloTime: 0 is out of range",
      ],
      [
        "new-link",
        bridge("a-name-that-is-too-long"),
        "ifname: 23 bytes, where the kernel accepts at most 15",
      ],
      ["new-link", { ifnam: "b0" }, "ifnam: no such attribute of link (did you mean ifname?)"],
      ["new-link", { mtu: -1 }, "mtu: -1 is not a u32"],
    ])("%s refuses %j before it is sent", async (operation, value, message) => {
      const error = await errorOf(firstValueFrom(links.do$(operation, value, create)));
      expect(error).toBeInstanceOf(EncodeError);
      expect(error!.message).toContain(message);
    });

    test.each<[string, (family: Ynl<LoadedSpec>) => Promise<unknown>, string]>([
      [
        "operation",
        (it) => firstValueFrom(it.do$("get-lnik")),
        "no operation get-lnik (did you mean get-link?)",
      ],
      ["list", (it) => firstValueFrom(it.dump$("new-link")), "new-link has no dump (did you mean get-link?)"],
      [
        "group",
        (it) => firstValueFrom(it.notifications$("lnik")),
        "no such group or notification (did you mean link?)",
      ],
      [
        "option",
        (it) => firstValueFrom(it.do$("get-link", {}, { flag: 1 } as object)),
        "flag: no such option",
      ],
    ])("refuses an unknown %s", async (_, ask, message) => {
      const error = await errorOf(ask(links));
      expect(error).toBeInstanceOf(ArgumentError);
      expect(error!.message).toContain(message);
    });
  },
);
