import { EncodeError } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { expect, it, type TestContext } from "vitest";
import {
  type MinimalRequest,
  minimalActions,
  minimalClasses,
  minimalFilters,
  minimalQdiscs,
  missingActions,
  missingClasses,
  missingFilters,
  missingQdiscs,
} from "../../iproute2/tc/minimal-requests.js";
import { whyNotRoot } from "../../support/skip.js";
import { clearLink, describeTc, releaseActions, skipWhen } from "../../support/tc/bench.js";
import type { Kinded, Subject } from "../../support/tc/case.js";
import { comparable, tcOutput } from "../../support/tc/comparable.js";
import { actions, classes, filters, qdiscs } from "../../support/tc/subjects.js";

const whyNoActions = whyNotRoot();
if (whyNoActions !== undefined) console.log(`skipped: actions: ${whyNoActions}`);

describeTc("minimal requests are completed as by tc", (bench) => {
  async function snapshot<T extends Kinded>(subject: Subject<T>): Promise<[unknown, string]> {
    const value = subject.select(await all(subject.object.list$(subject.place)));
    const output = await tcOutput(bench, subject.show);
    await bench.tc.run(subject.clear);
    return [comparable(value, subject.varying), output];
  }

  async function proveSame<T extends Kinded>(
    subject: Subject<T>,
    [tc, options, also]: MinimalRequest<T>,
    context: TestContext,
  ) {
    await bench.tc.run(subject.clear);
    skipWhen(context, await bench.tc.lacks(`${subject.add} ${tc}`));
    const theirs = await snapshot(subject);
    await done(subject.object.add$({ ...subject.place, ...also, options } as Partial<T>));
    expect(await snapshot(subject)).toEqual(theirs);
  }

  it.for(minimalQdiscs)("qdisc %s", async (row, context) => {
    await clearLink(bench);
    await proveSame(qdiscs(bench), row, context);
  });

  it.for(minimalClasses)("class of %s: %s", async ([qdisc, ...row], context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks(`qdisc add dev v0 root handle 1: ${qdisc}`));
    await proveSame(classes(bench), row, context);
  });

  it.for(minimalFilters)("filter %s", async (row, context) => {
    await clearLink(bench);
    skipWhen(context, await bench.tc.lacks("qdisc add dev v0 clsact"));
    await proveSame(filters(bench), row, context);
  });

  it.skipIf(whyNoActions !== undefined).for(minimalActions.map((row) => [row(0)[0], row] as const))(
    "action %s",
    async ([words, row], context) => {
      const subject = actions(bench, words.split(" ")[0]!);
      await releaseActions(bench, subject);
      await proveSame(subject, row(bench.index.w0!), context);
    },
  );

  it("a size table", async (context) => {
    const rows = [
      ["stab linklayer atm", { base: { linklayer: 2 } }],
      ["stab linklayer ethernet overhead 20", { base: { linklayer: 1, overhead: 20 } }],
      ["stab linklayer ethernet mpu 64", { base: { linklayer: 1, mpu: 64 } }],
    ] as const;
    const subject = qdiscs(bench);
    for (const [words, stab] of rows) {
      await clearLink(bench);
      skipWhen(context, await bench.tc.lacks(`${subject.add} ${words} pfifo limit 5`));
      const theirs = await snapshot(subject);
      await done(bench.nl.qdisc.add$({ ...subject.place, stab, options: { pfifo: { limit: 5 } } }));
      expect(await snapshot(subject), words).toEqual(theirs);
    }
  });

  const rejects = async (error$: Promise<unknown>, path: string) => {
    const error = await error$.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ path: expect.stringContaining(path), reason: "is missing" });
  };

  it.for(missingQdiscs)("qdisc %j lacks %s", ([options, path]) =>
    rejects(done(bench.nl.qdisc.add$({ ifindex: bench.index.v0!, options })), path),
  );
  it.for(missingClasses)("class %j lacks %s", ([options, path]) =>
    rejects(done(bench.nl.class.add$({ ifindex: bench.index.v0!, handle: 0x10001, options })), path),
  );
  it.for(missingFilters)("filter %j lacks %s", ([options, path]) =>
    rejects(done(bench.nl.filter.add$({ ifindex: bench.index.v0!, options })), path),
  );
  it.for(missingActions)("action %j lacks %s", ([options, path]) =>
    rejects(done(bench.nl.action.add$({ options })), path),
  );
});
