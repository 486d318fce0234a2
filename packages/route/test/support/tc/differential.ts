// How objects of traffic control are proven: tc makes one and we read it, then we make one and tc prints it.

import { release } from "node:os";
import { type NetlinkNotification, pick } from "@rxnetlink/core";
import { all, done, one } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox } from "@rxnetlink/testing/kernel";
import type { Observable, Subscription } from "rxjs";
import { expect, type TestContext } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { olderThan } from "../bench.js";
import { Tc } from "./tool.js";

export type Json = Record<string, unknown>;

/** Slow enough for a kernel that runs in an emulated machine. */
export const PATIENCE = 120_000;

/** One object as tc makes it, and as we do. */
export interface Case<T extends { kind?: string; options?: unknown }, O = NonNullable<T["options"]>> {
  /** What tc is told, from the kind on; absent where tc (iproute2 6.1) does not know it. */
  readonly tc?: string;
  /** Its name, where tc does not know it. */
  readonly name?: string;
  /** The settings that we send; absent where they are those that were read of what tc made. */
  readonly options?: O;
  /** Other members that we send. */
  readonly also?: Partial<T>;
  /** What must be read of it. */
  readonly has?: object;
  /** The settings as tc prints them in JSON. */
  print?(options: O, value: T): Json;
  /** What is then changed, and what must be read. */
  readonly change?: {
    readonly options: O;
    readonly also?: Partial<T>;
    readonly has?: object;
    /** What it is replaced by then; what it was where absent. */
    readonly back?: O;
    /** A kernel that can change it: an older one finds that the object itself is in the way. */
    readonly since?: string;
  };
  /** Why the kernel has not done all of it, seen from what tc made: some options a kernel ignores in silence. */
  lacks?(value: T): string | undefined;
  /** The kernel gives it to nobody who asks for just this one. */
  readonly nameless?: boolean;
  /** The kernel tells of a new one without its settings. */
  readonly untold?: boolean;
  /** The first kernel that has it, where an older one would ignore it in silence. */
  readonly since?: string;
}

/** How tc and we speak of one object. */
export interface Manner<T extends { kind?: string; options?: unknown }> {
  /** The verbs. */
  readonly object: {
    list$(match: Partial<T>): Observable<T>;
    get$(key: Partial<T>): Observable<T>;
    add$(value: Partial<T>): Observable<unknown>;
    change$(value: Partial<T>): Observable<unknown>;
    replace$(value: Partial<T>): Observable<unknown>;
    delete$(key: Partial<T>): Observable<unknown>;
    notifications$(options: { listening(): void }): Observable<NetlinkNotification<T>>;
  };
  /** What tc is told before the kind: `qdisc add dev v0 root handle 1:`. */
  readonly add: string;
  /** What shows it. */
  readonly show: string;
  /** What removes it, whatever it is. */
  readonly clear: string;
  /** What is in every request. */
  readonly place: Partial<T>;
  /** Which one is meant, among those that are listed. */
  chosen(rows: readonly T[]): T | undefined;
  /** What names it. */
  key(value: T): Partial<T>;
  /** Members that the kernel chooses, and not always alike. */
  readonly chance?: readonly string[];
  /** What is sent besides settings, of what was read. */
  own?(value: T): Partial<T>;
}

/** A namespace with two pairs of links, tc in it twice, and our connection to it. */
export interface Workshop {
  readonly sandbox: Sandbox;
  readonly nl: Rtnetlink;
  readonly tc: Tc;
  readonly text: Tc;
  /** Indexes of links by name. */
  readonly index: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

const LINKS = `
  ip link add v0 numtxqueues 4 numrxqueues 4 address 02:00:00:00:00:01 type veth \
    peer name v1 numtxqueues 4 numrxqueues 4 address 02:00:00:00:00:02
  ip link add w0 type veth peer name w1`;

export async function openWorkshop(): Promise<Workshop> {
  const sandbox = await openSandbox();
  const nl = rtnetlink(sandbox.transport, { namespace: sandbox.namespace.ref });
  sandbox.run(LINKS);
  const tc = new Tc(sandbox.namespace.path);
  const text = new Tc(sandbox.namespace.path, "");
  const links = await all(nl.link.list$());
  return {
    sandbox,
    nl,
    tc,
    text,
    index: Object.fromEntries(links.map(({ ifname, index }) => [ifname, index])),
    async close() {
      tc.close();
      text.close();
      await sandbox.close();
    },
  };
}

/** What differs by chance or with time, in what tc prints. */
const CHANCE: readonly (readonly [RegExp, string])[] = [
  [/,"(installed|last_used|first_used|expires)":\d+\s*/g, ""],
  [/ (installed|used|firstused|expires) \d+ sec/g, ""],
  [/"seed":\d+|seed \d+/g, ""],
  [/("index":|index )\d+(,"ref":| ref )\d+(,"bind":| bind )\d+/g, "$1"],
  [
    /("kind":"police","index":|"ref":|"bind":)\d+|police 0x[0-9a-f]+|ref \d+ bind \d+|next packet delay \S+/g,
    "$1",
  ],
  // Times have lines of their own.
  [/\s+/g, " "],
];
/** The same in what we read; an action is kept for a while after its filter has gone, and then found again. */
const OURS_BY_CHANCE = new Set(["tm", "prngSeed", "refcnt", "bindcnt", "timeNextDelayedFlow"]);

/** What tc shows, in JSON and in words. */
export async function shown({ tc, text }: Workshop, command: string): Promise<string> {
  const both = `${await tc.run(command)}${await text.run(command)}`;
  return CHANCE.reduce((said, [what, instead]) => said.replaceAll(what, instead), both);
}

/** A value without what differs by chance, in a form that can be compared. */
export function kept(value: unknown, chance: readonly string[] = []): unknown {
  const text = JSON.stringify(value, (key, member: unknown) => {
    if (OURS_BY_CHANCE.has(key) || chance.includes(key)) return undefined;
    if (member instanceof Uint8Array) return [...member];
    return typeof member === "bigint" ? `${member}n` : member;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** The places of what no layout knows. */
function unknowns(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "unknown" ? [`${path}.${key}`] : unknowns(member, `${path}.${key}`),
  );
}

/** Skips the test, visibly, where there is a reason. */
export function skipped(context: TestContext, reason: string | undefined): void {
  if (reason === undefined) return;
  console.log(`skipped: ${context.task.name}: kernel ${release()}: ${reason}`);
  context.skip(reason);
}

async function find<T extends { kind?: string; options?: unknown }>(manner: Manner<T>): Promise<T> {
  const value = manner.chosen(await all(manner.object.list$(manner.place)));
  expect(value, "it is there").toBeDefined();
  return value!;
}

/** Reads the one that was made, and compares it with what it must be and with what tc prints. */
async function read<T extends { kind?: string; options?: unknown }>(
  { tc }: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  has: object | undefined,
): Promise<T> {
  const value = await find(manner);
  expect(unknowns(value)).toEqual([]);
  if (has !== undefined) expect(kept(value.options)).toMatchObject(kept(has) as object);
  if (row.print !== undefined) {
    const printed = (await tc.json<Json[]>(manner.show)).find(({ options }) => options !== undefined);
    expect(row.print((value.options ?? {}) as NonNullable<T["options"]>, value)).toEqual(printed?.options);
  }
  return value;
}

/** tc makes it and we read it: gives that, and what tc shows; nothing where tc does not know it. */
async function asTcMakesIt<T extends { kind?: string; options?: unknown }>(
  shop: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  context: TestContext,
): Promise<{ value?: T; said?: string }> {
  if (row.tc === undefined) return {};
  skipped(context, await shop.tc.lacks(`${manner.add} ${row.tc}`));
  if (row.lacks !== undefined) skipped(context, row.lacks(await find(manner)));
  const value = await read(shop, manner, row, row.has);
  const said = await shown(shop, manner.show);
  await shop.tc.must(manner.clear);
  return { value, said };
}

/** Makes it with us. */
async function make<T extends { kind?: string; options?: unknown }>(
  manner: Manner<T>,
  row: Case<T>,
  request: Partial<T>,
  context: TestContext,
): Promise<void> {
  try {
    await done(manner.object.add$(request));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (row.tc === undefined && (code === "ENOENT" || code === "EOPNOTSUPP")) skipped(context, message);
    throw error;
  }
}

/** Proves one object from `add` to `delete`. */
export async function prove<T extends { kind?: string; options?: unknown }>(
  shop: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  context: TestContext,
): Promise<void> {
  await shop.tc.run(manner.clear);
  if (row.since !== undefined && olderThan(row.since)) skipped(context, `it has come with ${row.since}`);
  const theirs = await asTcMakesIt(shop, manner, row, context);
  const options = (row.options ?? theirs.value?.options) as object | undefined;
  const own = theirs.value && manner.own?.(theirs.value);
  const kind = theirs.value && pick(theirs.value, "kind");
  const request = {
    ...manner.place,
    ...kind,
    ...own,
    ...row.also,
    ...(options && { options }),
  } as Partial<T>;
  const listening = await listen(manner);
  try {
    await make(manner, row, request, context);
    const ours = await read(shop, manner, row, row.has ?? (theirs.value === undefined ? options : undefined));
    if (theirs.value !== undefined) {
      expect(await shown(shop, manner.show)).toBe(theirs.said);
      expect(kept(ours, manner.chance)).toEqual(kept(theirs.value, manner.chance));
    }
    await got(manner, row, ours);
    await expect
      .poll(() => listening.heard.map((it) => "value" in it && [it.type, kept(it.value.options)]))
      .toContainEqual(["new", row.untold ? undefined : kept(ours.options)]);
    const again = done(manner.object.add$({ ...request, ...manner.key(ours) }));
    // Of what it does not find the kernel does not see that it is there, and replaces it.
    if (row.nameless) await again;
    else await expect(again).rejects.toMatchObject({ code: "EEXIST" });
    if (row.change !== undefined) await change(shop, manner, row, request, ours);
    await done(manner.object.delete$(manner.key(ours)));
    await expect.poll(() => listening.heard.some(({ type: event }) => event === "delete")).toBe(true);
    expect(manner.chosen(await all(manner.object.list$(manner.place)))).toBeUndefined();
  } finally {
    listening.subscription.unsubscribe();
  }
}

/** Asks for just this one. */
async function got<T extends { kind?: string; options?: unknown }>(
  manner: Manner<T>,
  row: Case<T>,
  ours: T,
): Promise<void> {
  const answer = one(manner.object.get$(manner.key(ours)));
  if (row.nameless) await expect(answer).rejects.toMatchObject({ code: "ENOENT" });
  else expect(kept(await answer)).toEqual(kept(ours));
}

/** Changes it, and replaces it by what it was. */
async function change<T extends { kind?: string; options?: unknown }>(
  shop: Workshop,
  manner: Manner<T>,
  row: Case<T>,
  request: Partial<T>,
  ours: T,
): Promise<void> {
  const { options, also, has = options, back = request.options, since } = row.change!;
  const key = manner.key(ours);
  const changed = done(manner.object.change$({ ...request, ...key, ...also, options }));
  if (since !== undefined && olderThan(since))
    return expect(changed).rejects.toMatchObject({ code: "EEXIST" });
  await changed;
  await read(shop, manner, row, has as object);
  await done(
    manner.object.replace$({
      ...request,
      ...key,
      ...(back !== undefined && { options: back }),
    } as Partial<T>),
  );
  await read(shop, manner, row, row.has);
}

/** Hears what the kernel tells, from now on. */
async function listen<T extends { kind?: string; options?: unknown }>(
  manner: Manner<T>,
): Promise<{ heard: NetlinkNotification<T>[]; subscription: Subscription }> {
  const heard: NetlinkNotification<T>[] = [];
  const subscription = await new Promise<Subscription>((resolve) => {
    const made: Subscription = manner.object
      .notifications$({ listening: () => queueMicrotask(() => resolve(made)) })
      .subscribe((it) => heard.push(it));
  });
  return { heard, subscription };
}
