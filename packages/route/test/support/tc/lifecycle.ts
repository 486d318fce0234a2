// Comparison of an object of traffic control with tc: tc creates it and we decode it, then we create it and tc prints it.

import { type NetlinkNotification, pick } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import type { Subscription } from "rxjs";
import { expect, type TestContext } from "vitest";
import { olderThan } from "../skip.js";
import { skipWhen, type TcBench } from "./bench.js";
import type { Case, Json, Kinded, Subject } from "./case.js";
import { comparable, tcOutput, unknownPaths } from "./comparable.js";

async function find<T extends Kinded>(subject: Subject<T>): Promise<T> {
  const value = subject.select(await all(subject.object.list$(subject.place)));
  expect(value, "it exists").toBeDefined();
  return value!;
}

/** Decodes the object, and checks it against the expected settings and the output of tc. */
async function decode<T extends Kinded>(
  { tc }: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  expected: object | undefined,
): Promise<T> {
  const value = await find(subject);
  expect(unknownPaths(value)).toEqual([]);
  if (expected !== undefined) expect(comparable(value.options)).toMatchObject(comparable(expected) as object);
  if (row.print !== undefined) {
    const printed = (await tc.json<Json[]>(subject.show)).find(({ options }) => options !== undefined);
    expect(row.print((value.options ?? {}) as NonNullable<T["options"]>, value)).toEqual(printed?.options);
  }
  return value;
}

/** Decodes the object as tc creates it, and returns it with tc's output; empty if tc does not support it. */
async function decodeFromTc<T extends Kinded>(
  bench: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  context: TestContext,
): Promise<{ value?: T; output?: string }> {
  if (row.tc === undefined) return {};
  skipWhen(context, await bench.tc.lacks(`${subject.add} ${row.tc}`));
  if (row.missing !== undefined) skipWhen(context, row.missing(await find(subject)));
  const value = await decode(bench, subject, row, row.expected);
  const output = await tcOutput(bench, subject.show);
  await bench.tc.must(subject.clear);
  return { value, output };
}

/** Creates the object with our request. */
async function create<T extends Kinded>(
  subject: Subject<T>,
  row: Case<T>,
  request: Partial<T>,
  context: TestContext,
): Promise<void> {
  try {
    await done(subject.object.add$(request));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (row.tc === undefined && (code === "ENOENT" || code === "EOPNOTSUPP")) skipWhen(context, message);
    throw error;
  }
}

/** Checks one object from `add$` to `delete$`. */
export async function proveLifecycle<T extends Kinded>(
  bench: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  context: TestContext,
): Promise<void> {
  await bench.tc.run(subject.clear);
  if (row.since !== undefined && olderThan(row.since)) skipWhen(context, `supported since ${row.since}`);
  const theirs = await decodeFromTc(bench, subject, row, context);
  const options = (row.options ?? theirs.value?.options) as object | undefined;
  const request = {
    ...subject.place,
    ...(theirs.value && pick(theirs.value, "kind")),
    ...(theirs.value && subject.requestMembers?.(theirs.value)),
    ...row.extra,
    ...(options && { options }),
  } as Partial<T>;
  const { received, subscription } = await listen(subject);
  try {
    await create(subject, row, request, context);
    const expected = row.expected ?? (theirs.value === undefined ? options : undefined);
    const ours = await decode(bench, subject, row, expected);
    if (theirs.value !== undefined) {
      expect(await tcOutput(bench, subject.show)).toBe(theirs.output);
      expect(comparable(ours, subject.varying)).toEqual(comparable(theirs.value, subject.varying));
    }
    await proveGet(subject, row, ours);
    await proveAdded(subject, row, request, ours, received);
    if (row.change !== undefined) await proveChange(bench, subject, row, request, ours);
    await proveDelete(subject, ours, received);
  } finally {
    subscription.unsubscribe();
  }
}

/** Checks the object against what `get$` returns. */
async function proveGet<T extends Kinded>(subject: Subject<T>, row: Case<T>, ours: T): Promise<void> {
  const value = one(subject.object.get$(subject.key(ours)));
  if (row.ungettable) await expect(value).rejects.toMatchObject({ code: "ENOENT" });
  else expect(comparable(await value)).toEqual(comparable(ours));
}

/** Checks the notification of the new object, and that it cannot be added twice. */
async function proveAdded<T extends Kinded>(
  subject: Subject<T>,
  row: Case<T>,
  request: Partial<T>,
  ours: T,
  received: readonly NetlinkNotification<T>[],
): Promise<void> {
  await expect
    .poll(() => received.map((it) => "value" in it && [it.type, comparable(it.value.options)]))
    .toContainEqual(["new", row.reportedEmpty ? undefined : comparable(ours.options)]);
  const again = done(subject.object.add$({ ...request, ...subject.key(ours) }));
  // The kernel does not find an ungettable object here either, and replaces it.
  if (row.ungettable) await again;
  else await expect(again).rejects.toMatchObject({ code: "EEXIST" });
}

/** Changes the object, then replaces it by what it was. */
async function proveChange<T extends Kinded>(
  bench: TcBench,
  subject: Subject<T>,
  row: Case<T>,
  request: Partial<T>,
  ours: T,
): Promise<void> {
  const { options, extra, expected = options, restored = request.options, since } = row.change!;
  const key = subject.key(ours);
  const changed = done(subject.object.change$({ ...request, ...key, ...extra, options }));
  if (since !== undefined && olderThan(since))
    return expect(changed).rejects.toMatchObject({ code: "EEXIST" });
  await changed;
  await decode(bench, subject, row, expected as object);
  const original = { ...request, ...key, ...(restored !== undefined && { options: restored }) };
  await done(subject.object.replace$(original as Partial<T>));
  await decode(bench, subject, row, row.expected);
}

/** Deletes the object, and checks the notification. */
async function proveDelete<T extends Kinded>(
  subject: Subject<T>,
  ours: T,
  received: readonly NetlinkNotification<T>[],
): Promise<void> {
  await done(subject.object.delete$(subject.key(ours)));
  await expect.poll(() => received.some(({ type }) => type === "delete")).toBe(true);
  expect(subject.select(await all(subject.object.list$(subject.place)))).toBeUndefined();
}

/** Records the notifications that arrive from now on. */
async function listen<T extends Kinded>(
  subject: Subject<T>,
): Promise<{ received: NetlinkNotification<T>[]; subscription: Subscription }> {
  const received: NetlinkNotification<T>[] = [];
  const subscription = await new Promise<Subscription>((resolve) => {
    const started: Subscription = subject.object
      .notifications$({ listening: () => queueMicrotask(() => resolve(started)) })
      .subscribe((it) => received.push(it));
  });
  return { received, subscription };
}
