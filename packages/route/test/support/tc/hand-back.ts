// Listed objects handed back: changed and replaced by themselves, deleted, and added again.

import { all, done } from "@rxnetlink/core/promises";
import { expect, type TestContext } from "vitest";
import { olderThan } from "../skip.js";
import { skipWhen, type TcBench } from "./bench.js";
import type { Case, Kinded, Subject } from "./case.js";
import { comparable } from "./comparable.js";

async function find<T extends Kinded>(subject: Subject<T>): Promise<T | undefined> {
  return subject.select(await all(subject.object.list$(subject.place)));
}

/** Creates the object of a case by tc, or by us when tc does not support it, and returns it as listed. */
async function create<T extends Kinded>(
  bench: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  context: TestContext,
): Promise<T> {
  await bench.tc.run(subject.clear);
  if (row.since !== undefined && olderThan(row.since)) skipWhen(context, `supported since ${row.since}`);
  if (row.tc !== undefined) skipWhen(context, await bench.tc.lacks(`${subject.add} ${row.tc}`));
  else {
    const { options, extra } = row;
    await done(subject.object.add$({ ...subject.place, ...extra, options } as Partial<T>)).catch((error) => {
      if (error.code === "ENOENT" || error.code === "EOPNOTSUPP") skipWhen(context, error.message);
      throw error;
    });
  }
  const value = await find(subject);
  expect(value, "it exists").toBeDefined();
  return value!;
}

/** Checks that every verb accepts the object of a case as it was listed. */
export async function proveHandBack<T extends Kinded>(
  bench: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  context: TestContext,
): Promise<void> {
  const { object, varying } = subject;
  const value = await create(bench, subject, row, context);
  const unchanged = async (after: string) =>
    expect(comparable(await find(subject), varying), after).toEqual(comparable(value, varying));
  await done(object.change$(value));
  await unchanged("after change$");
  await done(object.replace$(value));
  await unchanged("after replace$");
  await done(object.delete$(value));
  expect(await find(subject)).toBeUndefined();
  await done(object.add$(value));
  await unchanged("after add$");
}
