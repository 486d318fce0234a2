import { all, done } from "@rxnetlink/core/promises";
import { expect, it, type TestContext } from "vitest";
import {
  actionChanges,
  classChanges,
  filterChanges,
  type PartialChange,
  qdiscChanges,
} from "../../iproute2/tc/partial-changes.js";
import { whyNotRoot } from "../../support/skip.js";
import { clearLink, describeTc, releaseActions, skipWhen } from "../../support/tc/bench.js";
import type { Kinded, Subject } from "../../support/tc/case.js";
import { comparable } from "../../support/tc/comparable.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/subjects.js";

const whyNoActions = whyNotRoot();
if (whyNoActions !== undefined) console.log(`skipped: actions: ${whyNoActions}`);

const named = <R extends PartialChange<never>>(rows: readonly R[]) =>
  rows.map((row) => [`${JSON.stringify(comparable(row.change))} of ${row.tc}`, row] as const);

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns a value with a part of it changed. */
function overlay(value: unknown, part: unknown): unknown {
  if (!isPlain(part) || !isPlain(value)) return part;
  const changed = Object.entries(part).map(([key, it]) => [
    key,
    overlay((value as Record<string, unknown>)[key], it),
  ]);
  return { ...value, ...Object.fromEntries(changed) };
}

describeTc("a change keeps the members it does not name", (bench) => {
  async function proveChange<T extends Kinded>(
    subject: Subject<T>,
    { tc, change, implied = {} }: PartialChange<T>,
    context: TestContext,
  ) {
    await bench.tc.run(subject.clear);
    skipWhen(context, await bench.tc.lacks(`${subject.add} ${tc}`));
    const one = async () => subject.select(await all(subject.object.list$(subject.place)));
    const before = (await one())!;
    await done(
      subject.object.change$({ ...subject.place, ...subject.key(before), options: change } as Partial<T>),
    );
    const options = overlay(overlay(comparable(before.options), comparable(change)), comparable(implied));
    // Some statistics repeat settings.
    const varying = [...(subject.varying ?? []), "stats", "stats2", "xstats"];
    expect(comparable(await one(), varying)).toEqual(comparable({ ...before, options }, varying));
  }

  it.for(named(qdiscChanges))("qdisc: %s", async ([, row], context) => {
    await clearLink(bench);
    await proveChange(qdiscs(bench), row, context);
  });

  it.for(named(classChanges))("class: %s", async ([, row], context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks(`qdisc add dev v0 root handle 1: ${row.qdisc}`));
    await proveChange(classes(bench), row, context);
  });

  it.for(named(filterChanges))("filter: %s", async ([, row], context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks("qdisc add dev v0 clsact"));
    await proveChange(filters(bench), row, context);
  });

  it.skipIf(whyNoActions !== undefined).for(named(actionChanges))("action: %s", async ([, row], context) => {
    const subject = actions(bench, row.tc.split(" ")[0]!);
    await releaseActions(bench, subject);
    await proveChange(subject, row, context);
  });

  it("the size table of a qdisc whose limit changes", async (context) => {
    await clearLink(bench);
    const subject = qdiscs(bench);
    skipWhen(
      context,
      await bench.tc.lacks(`${subject.add} stab linklayer atm overhead 20 mpu 64 pfifo limit 7`),
    );
    const one = async () => subject.select(await all(subject.object.list$(subject.place)))!;
    const before = await one();
    await done(bench.nl.qdisc.change$({ ...subject.place, options: { pfifo: { limit: 8 } } }));
    expect(comparable(await one())).toEqual(comparable({ ...before, options: { pfifo: { limit: 8 } } }));
  });
});
