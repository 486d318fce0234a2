// Every function that takes options refuses one that does not exist, and suggests the one that may be meant.
import * as core from "@rxnetlink/core";
import * as operators from "@rxnetlink/core/operators";
import { fakeKernel } from "@rxnetlink/fake-route";
import * as route from "@rxnetlink/route";
import * as tc from "@rxnetlink/route/tc";
import { recording, replay, scriptedTransport } from "@rxnetlink/testing";
import { directTransport, kernelTransport } from "@rxnetlink/transport";
import { lastValueFrom, NEVER, type Observable, of } from "rxjs";
import { describe, expect, it } from "vitest";
import { rtnetlink } from "#src/rxnetlink.js";
import { watchNamespaces$ } from "#src/watch-namespaces.js";

const transport = scriptedTransport(() => {});
const nl = route.rtnetlink({ transport });
const connection = (options: object) => new core.Connection(transport, { protocol: 0, ...options });

/** Calls with a misspelt option, each with the correct one. */
const THROWN: readonly [call: string, meant: string, call: (options: never) => unknown][] = [
  ["timout", "timeout", connection],
  ["namespce", "namespace", rtnetlink],
  ["receivebuffer", "receiveBuffer", (options) => route.rtnetlink({ transport, ...(options as object) })],
  ["resourcelimits", "resourceLimits", kernelTransport],
  ["anything", "", directTransport],
  ["priviledged", "privileged", fakeKernel],
  ["iface", "", (options) => fakeKernel({ links: [options] })],
  ["clok", "clock", (options) => recording(transport, () => {}, options)],
  ["schedular", "scheduler", (options) => replay(new Uint8Array(), options)],
  ["brust", "burst", tc.tbfOf],
  ["ciel", "ceil", tc.htbClassOf],
  ["peekrate", "peakrate", tc.policeOf],
  ["linkLayer", "linklayer", tc.stabOf],
  ["overhaed", "overhead", tc.rateTable],
  ["propability", "probability", tc.redOf],
];

/** Functions that return a stream, and never throw when called. */
const ERRORED: readonly [option: string, meant: string, call: (options: never) => Observable<unknown>][] = [
  ["listning", "listening", (options) => nl.link.notifications$(options)],
  ["listning", "listening", (options) => nl.link.watch$({}, options)],
  ["relist", "relistEvery", (options) => nl.link.state$(options)],
  ["listning", "listening", (options) => nl.topology$(options)],
  ["recieveBuffer", "receiveBuffer", (options) => transport.socket$(options)],
  ["timeuot", "timeout", (options) => watchNamespaces$(kernelTransport(), () => NEVER, options)],
  ["withn", "within", (options) => NEVER.pipe(operators.waitFor(() => true, options))],
  ["withn", "within", (options) => NEVER.pipe(route.waitForUp(options))],
  ["withn", "within", (options) => of(new Map()).pipe(route.waitForAddress({}, options))],
  ["maxwait", "maxWait", (options) => NEVER.pipe(operators.settle(5, options))],
];

function refused(error: unknown, option: string, meant: string): void {
  expect(error).toBeInstanceOf(core.ArgumentError);
  expect(error).toMatchObject({ path: option, reason: "no such option" });
  if (meant !== "") expect((error as core.ArgumentError).hint).toBe(`did you mean ${meant}?`);
}

describe("an option that does not exist", () => {
  it.each(THROWN)("%s is an error: %s is meant", (option, meant, call) => {
    try {
      call({ [option]: 1 } as never);
    } catch (error) {
      return refused(error, option, meant);
    }
    expect.unreachable("was taken");
  });

  it.each(ERRORED)("%s is an error in the stream: %s is meant", async (option, meant, call) => {
    const error = await lastValueFrom(call({ [option]: 1 } as never)).catch((error: unknown) => error);
    refused(error, option, meant);
  });
});
