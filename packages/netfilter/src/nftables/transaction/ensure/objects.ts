import { isRecord } from "@rxnetlink/core/internal";
import { type Chain, chainFlags, type HookDevices } from "../../chain/layout.js";
import type { Flowtable } from "../../flowtable/layout.js";
import type { StatefulObject } from "../../object/layout.js";
import type { NftSet } from "../../set/layout.js";
import { expressionsText, normalSettings, textOf } from "./normal.js";

//  Texts that are the same for objects that need not be changed into each other.

const devicesOf = (...devices: readonly (HookDevices | undefined)[]) => {
  const names = devices.flatMap((one) => [
    ...(one?.name ?? []),
    ...(one?.prefix ?? []).map((prefix) => `${prefix}*`),
  ]);
  return [...new Set(names)].sort();
};

/** Returns the text of a chain without its policy, which can be changed. */
export function chainText({ type = "filter", hook, flags = 0, counters, userdata }: Chain): string {
  const { hooknum, priority, dev, devs } = hook ?? {};
  const base = hook && {
    ...{ type, hooknum, priority },
    devices: devicesOf(devs, dev === undefined ? undefined : { name: [dev] }),
    counted: counters !== undefined,
  };
  return textOf({ base, flags: flags & ~chainFlags.bits.base, userdata });
}

/** Returns the policy of a chain. */
export const policyOf = ({ hook, policy }: Chain) => (hook === undefined ? undefined : (policy ?? "accept"));

/** Size that the kernel gives a set without one that packets fill. */
const FILLED_SIZE = 65_535;

function setText(set: NftSet, size: number | undefined): string {
  const { flags = 0, keyType, keyLen, dataType, dataLen, objType, policy = "performance" } = set;
  const { desc, gcInterval = 0, userdata, expr, expressions = expr === undefined ? [] : [expr] } = set;
  return textOf({
    ...{ flags, keyType, keyLen, dataType, objType, policy, gcInterval, userdata, size },
    ...(dataType !== "verdict" && { dataLen }),
    fields: (desc?.concat ?? []).map(({ len }) => len),
    expressions: expressionsText(expressions),
  });
}

/** Milliseconds by which the kernel rounds times at most. */
const TICK = 10n;

/** Returns true if two times are the same to the kernel. */
export function isSameTime(one = 0n, other = 0n): boolean {
  return one - other < TICK && other - one < TICK;
}

/** Returns true if a set is declared as another one is. */
export function isSameSet(there: NftSet, wanted: NftSet): boolean {
  const size = wanted.desc?.size;
  const known = there.desc?.size;
  const given = size === undefined && known === FILLED_SIZE ? undefined : known;
  return isSameTime(there.timeout, wanted.timeout) && setText(there, given) === setText(wanted, size);
}

/** Returns true if a value has all that another one has, at any depth. */
function covers(there: unknown, wanted: unknown): boolean {
  if (!isRecord(wanted)) return textOf(there) === textOf(wanted);
  return isRecord(there) && Object.entries(wanted).every(([key, value]) => covers(there[key], value));
}

/** Returns true if a stateful object is set as another one; what is not given of timeouts, helpers and tunnels is up to the kernel. */
export function isSameObject(there: StatefulObject, wanted: StatefulObject): boolean {
  const settingsOf = ({ type, data }: StatefulObject) =>
    normalSettings(
      String(type),
      (data as Readonly<Record<string, Record<string, unknown>>>)?.[String(type)] ?? {},
    );
  const [known, given] = [settingsOf(there), settingsOf(wanted)];
  const partial = /^(ct|tunnel)/.test(String(wanted.type));
  return (
    textOf(there.userdata) === textOf(wanted.userdata) &&
    (partial ? covers(known, given) : textOf(known) === textOf(given))
  );
}

/** Returns the text of a flowtable. */
export function flowtableText({ hook, flags = 0 }: Flowtable): string {
  const { num = "ingress", priority = 0, devs } = hook ?? {};
  return textOf({ num, priority, flags, devices: devicesOf(devs) });
}
