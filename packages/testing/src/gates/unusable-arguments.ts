import type { AnyType } from "@rxnetlink/core/schema";

const thrower = () => {
  throw new Error("a trap");
};
const hostile = new Proxy({}, { ownKeys: thrower, get: thrower, getPrototypeOf: thrower, has: thrower });
const cycle: { cycle?: unknown } = {};
cycle.cycle = cycle;

/** Values that are not plain objects. */
export const NO_OBJECTS: Readonly<Record<string, unknown>> = {
  null: null,
  number: 5,
  nan: Number.NaN,
  bigint: 5n,
  true: true,
  text: "x",
  array: [],
  "array of an array": [[]],
  "huge array": new Array(2 ** 31),
  symbol: Symbol("x"),
  function: () => {},
  map: new Map(),
  expression: /x/,
  date: new Date(0),
  promise: Promise.resolve(),
  bytes: Uint8Array.of(1),
  hostile,
  "unknown member": { nope: 1 },
  cycle,
  prototype: Object.create({ inherited: 1 }, { nope: { value: 1, enumerable: true } }),
};

/** Values of {@link NO_OBJECTS} that are not iterable either. */
export const NO_ITERABLES = Object.fromEntries(
  Object.entries(NO_OBJECTS).filter(
    ([name]) =>
      !["text", "map", "array", "array of an array", "bytes", "huge array", "hostile"].includes(name),
  ),
);

/** Members that a test leaves alone. */
export interface Exempt {
  /** Members that the kernel only reports, of parts without a header. */
  readonly reported?: ReadonlySet<string>;
  /** Layouts without a header that marks a listed value, from which read-only members are left out. */
  readonly headless?: ReadonlySet<string>;
}

/** A value inside of which something is wrong, and where. */
export type Fault = readonly [path: string, value: unknown];

/** A message, whose header marks a listed value; read-only members of other values are left out of requests. */
const refusesReported = (type: AnyType, { headless }: Exempt) =>
  type.isListed !== undefined && headless?.has(type.name) !== true;

/** Yields a wrong type for each member of a layout, and for those inside. */
export function* wrongTypes(type: AnyType, exempt: Exempt = {}, depth = 2): Generator<Fault> {
  for (const key of type.keys?.() ?? []) {
    const member = type.member?.(key);
    if (member === undefined || member.ignored || exempt.reported?.has(key)) continue;
    if (member.readOnly && !refusesReported(type, exempt)) continue;
    yield [key, { [key]: Symbol("x") }];
    const element = member.member?.("0");
    if (element !== undefined) yield [`${key}[0]`, { [key]: [Symbol("x")] }];
    else if (depth > 0)
      for (const [path, value] of wrongTypes(member, exempt, depth - 1))
        yield [`${key}.${path}`, { [key]: value }];
  }
}

/** Yields values that throw when read, that contain themselves or are too large, for each member of a layout. */
export function* traps(type: AnyType, exempt: Exempt = {}): Generator<Fault> {
  for (const key of type.keys?.() ?? []) {
    const member = type.member?.(key);
    if (member?.ignored || exempt.reported?.has(key)) continue;
    if (member?.readOnly && !refusesReported(type, exempt)) continue;
    yield [key, Object.defineProperty({}, key, { get: thrower, enumerable: true })];
    yield [key, { [key]: hostile }];
    yield [key, { [key]: cycle }];
    yield [key, { [key]: new Array(70_000) }];
  }
}
