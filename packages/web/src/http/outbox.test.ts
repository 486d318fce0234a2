import { describe, expect, it } from "vitest";
import { Outbox } from "#src/http/outbox.js";
import type { Update } from "#src/network/watch.js";
import type { Beginning } from "#src/wire/state.js";

const difference = (time: number): Update => ({
  type: "difference",
  data: { time, links: [], gone: [], happenings: [] },
});
const rates = (time: number): Update => ({ type: "rates", data: { time, rates: {} } });

/** An outbox whose snapshots are numbered. */
function numbered() {
  let snapshots = 0;
  return new Outbox(
    () =>
      ({ time: ++snapshots, namespaces: [], links: [], rates: [], since: 0, happenings: [] }) as Beginning,
  );
}

describe("an outbox", () => {
  it("begins with a snapshot, and goes on with each difference", async () => {
    const outbox = numbered();
    outbox.add(difference(1));
    expect(await outbox.next()).toMatchObject({ type: "snapshot", data: { time: 1 } });
    outbox.add(difference(2));
    outbox.add(difference(3));
    expect(await outbox.next()).toEqual(difference(2));
    expect(await outbox.next()).toEqual(difference(3));
  });

  it("waits for what comes next", async () => {
    const outbox = numbered();
    await outbox.next();
    const next = outbox.next();
    outbox.add(difference(7));
    expect(await next).toEqual(difference(7));
  });

  it("replaces what a slow reader has missed by a fresh snapshot", async () => {
    const outbox = numbered();
    await outbox.next();
    for (let time = 0; time < 1000; time++) {
      outbox.add(difference(time));
      outbox.add(rates(time));
      expect(outbox.waiting).toBeLessThan(12);
    }
    expect(await outbox.next()).toMatchObject({ type: "snapshot", data: { time: 2 } });
    outbox.add(difference(1001));
    expect(await outbox.next()).toEqual(difference(1001));
  });

  it("keeps only the latest rates", async () => {
    const outbox = numbered();
    await outbox.next();
    outbox.add(rates(1));
    outbox.add(rates(2));
    outbox.close();
    const open = numbered();
    await open.next();
    open.add(rates(1));
    open.add(rates(2));
    expect(await open.next()).toEqual(rates(2));
  });

  it("ends whoever waits", async () => {
    const outbox = numbered();
    await outbox.next();
    const next = outbox.next();
    outbox.close();
    expect(await next).toBeUndefined();
  });
});
