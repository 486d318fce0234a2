import { NEVER, Observable } from "rxjs";
import { describe, expect, it } from "vitest";
import { SocketSupply } from "#src/connection/socket-supply.js";
import { SystemError } from "#src/errors/errors.js";
import type { Socket } from "#src/transport.js";

const [EMFILE, EPERM] = [24, 1];

/** Opens sockets while there are descriptors. */
function kernel(descriptors: number) {
  const state = { open: 0, most: 0 };
  const socket$ = new Observable<Socket>((subscriber) => {
    if (state.open >= descriptors) return subscriber.error(new SystemError("socket", EMFILE));
    state.most = Math.max(state.most, ++state.open);
    subscriber.next({} as Socket);
    return () => state.open--;
  });
  return { socket$, state };
}

/** Subscribes and records all events. */
function heard(socket$: Observable<Socket>) {
  const events: string[] = [];
  const subscription = socket$.subscribe({
    next: () => events.push("open"),
    error: ({ code }) => events.push(code),
  });
  return { events, close: () => subscription.unsubscribe() };
}

describe("a supply of sockets", () => {
  it("opens sockets in turn as others close, when descriptors are scarce", () => {
    const supply = new SocketSupply();
    const { socket$ } = kernel(1);
    const [first, second, third] = [true, false, true].map((passing) =>
      heard(supply.open$(socket$, passing)),
    );
    expect([first, second, third].map((one) => one!.events)).toEqual([["open"], [], []]);
    expect(supply.short).toBe(true);
    first!.close();
    expect([second, third].map((one) => one!.events)).toEqual([["open"], []]);
    second!.close();
    expect(third!.events).toEqual(["open"]);
    expect(supply.short).toBe(false);
  });

  it("does not wait for sockets that stay open", () => {
    const supply = new SocketSupply();
    const { socket$ } = kernel(1);
    heard(supply.open$(socket$, false));
    expect(heard(supply.open$(socket$, true)).events).toEqual(["EMFILE"]);
  });

  it("errors all who wait when the last socket closes and descriptors are still scarce", () => {
    const supply = new SocketSupply();
    const { socket$ } = kernel(1);
    const first = heard(supply.open$(socket$, true));
    const others = [1, 2, 3].map(() => heard(supply.open$(socket$, true)));
    // Another part of the program uses the freed descriptor.
    supply.idle.add({ close: () => {} });
    const thief = new Observable<Socket>((subscriber) => {
      subscriber.error(new SystemError("socket", EMFILE));
    });
    const fourth = heard(supply.open$(thief, true));
    first.close();
    expect([...others, fourth].map(({ events }) => events)).toEqual([["open"], [], [], []]);
    others[0]!.close();
    others[1]!.close();
    others[2]!.close();
    expect(fourth.events).toEqual(["EMFILE"]);
  });

  it("closes kept sockets first", () => {
    const supply = new SocketSupply();
    const { socket$ } = kernel(1);
    const kept = heard(supply.open$(socket$, true));
    supply.idle.add(kept);
    expect(heard(supply.open$(socket$, false)).events).toEqual(["open"]);
    expect(supply.idle.size).toBe(0);
  });

  it("passes on all other errors, and those of a socket that was open", () => {
    const supply = new SocketSupply();
    heard(supply.open$(kernel(1).socket$, true));
    const refused = new Observable<Socket>((subscriber) => subscriber.error(new SystemError("bind", EPERM)));
    expect(heard(supply.open$(refused, true)).events).toEqual(["EPERM"]);
    const dying = new Observable<Socket>((subscriber) => {
      subscriber.next({} as Socket);
      subscriber.error(new SystemError("recvmmsg", EMFILE));
    });
    expect(heard(supply.open$(dying, true)).events).toEqual(["open", "EMFILE"]);
  });

  it("forgets subscribers that stop waiting", () => {
    const supply = new SocketSupply();
    const { socket$, state } = kernel(1);
    const first = heard(supply.open$(socket$, true));
    heard(supply.open$(socket$, true)).close();
    expect(supply.short).toBe(false);
    first.close();
    expect(state.open).toBe(0);
    expect(heard(NEVER).events).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN, "8"])("rejects a concurrency of %s", (concurrency) => {
    expect(() => new SocketSupply(concurrency as number)).toThrow("concurrency");
  });
});
