import { scriptedTransport } from "@rxnetlink/testing";
import type { NamespaceEvent } from "@rxnetlink/transport";
import { NEVER, of, Subject, throwError } from "rxjs";
import { describe, expect, it } from "vitest";
import { watchNamespaces$ } from "#src/watch-namespaces.js";

/** A transport whose namespaces are controlled by the test. */
function setUp() {
  const names = new Subject<NamespaceEvent>();
  const transport = Object.assign(
    scriptedTransport(() => {}),
    { namespaces$: () => names.asObservable() },
  );
  return { names, transport };
}

describe("watchNamespaces$", () => {
  it("tags the events of each namespace, and reports namespaces that are gone", () => {
    const { names, transport } = setUp();
    const seen: unknown[] = [];
    const streams: Record<string, Subject<{ value: number }>> = { a: new Subject(), b: new Subject() };
    watchNamespaces$(transport, (_, name) => streams[name]!).subscribe((event) => seen.push(event));
    names.next({ type: "added", name: "a" });
    names.next({ type: "synced" });
    names.next({ type: "added", name: "b" });
    streams.a!.next({ value: 1 });
    streams.b!.next({ value: 2 });
    names.next({ type: "removed", name: "a" });
    streams.a!.next({ value: 3 });
    streams.b!.next({ value: 4 });
    names.next({ type: "added", name: "a" });
    streams.a!.next({ value: 5 });
    expect(seen).toEqual([
      { namespace: "a", value: 1 },
      { namespace: "b", value: 2 },
      { namespace: "a", type: "gone" },
      { namespace: "b", value: 4 },
      { namespace: "a", value: 5 },
    ]);
  });

  it("continues if one fails or completes, and reports that once", () => {
    const { names, transport } = setUp();
    const seen: unknown[] = [];
    const error = new Error("not permitted");
    watchNamespaces$(transport, (_, name) => (name === "bad" ? throwError(() => error) : of({}))).subscribe(
      (event) => seen.push(event),
    );
    names.next({ type: "added", name: "bad" });
    names.next({ type: "added", name: "short" });
    names.next({ type: "removed", name: "bad" });
    names.next({ type: "removed", name: "short" });
    expect(seen).toEqual([
      { namespace: "bad", type: "gone", error },
      { namespace: "short" },
      { namespace: "short", type: "gone" },
    ]);
  });

  it("opens sockets in the namespace, and closes them when it is unsubscribed or the namespace is gone", async () => {
    const { names, transport } = setUp();
    const inside = () =>
      [...transport.sockets].map(({ options: { namespace, receiveBuffer } }) => [namespace, receiveBuffer]);
    const watched$ = watchNamespaces$(transport, ({ link }) => link.notifications$(), { receiveBuffer: 9 });
    const watching = watched$.subscribe();
    names.next({ type: "added", name: "a" });
    names.next({ type: "added", name: "b" });
    expect(inside()).toEqual([
      ["a", 9],
      ["b", 9],
    ]);
    names.next({ type: "removed", name: "a" });
    expect(inside()).toEqual([["b", 9]]);
    watching.unsubscribe();
    expect([inside(), names.observed]).toEqual([[], false]);
  });

  it("errors if the names can no longer be watched", () => {
    const { names, transport } = setUp();
    const seen: unknown[] = [];
    const note = { next: (event: object) => seen.push(event), error: (error: unknown) => seen.push(error) };
    watchNamespaces$(transport, () => NEVER).subscribe(note);
    names.next({ type: "added", name: "a" });
    names.error(new Error("no watches left"));
    expect(seen).toEqual([new Error("no watches left")]);
  });

  it.each([
    ["transport", null, () => NEVER, {}],
    ["transport", scriptedTransport(() => {}), () => NEVER, {}],
    ["stream", setUp().transport, 5, {}],
    ["options", setUp().transport, () => NEVER, null],
    ["timeout", setUp().transport, () => NEVER, { timeout: "5" }],
    ["timout", setUp().transport, () => NEVER, { timout: 5 }],
  ] as [string, never, never, never][])("refuses the wrong %s, once, in its stream", (path, ...given) => {
    const seen: unknown[] = [];
    watchNamespaces$(...given).subscribe({ error: (error) => seen.push(error) });
    expect(seen).toMatchObject([{ name: "ArgumentError", path }]);
  });
});
