import type { HookDevices } from "../../chain/layout.js";

//  A change of the devices of a chain or flowtable is reported with just the devices that came or went.

/** The devices of a hook. */
interface Devices {
  readonly dev?: string;
  readonly devs?: HookDevices;
}

/** What has a hook with devices. */
export interface Hooked {
  readonly hook?: Devices;
}

type List = "name" | "prefix";

function listed({ dev, devs }: Devices, list: List): readonly string[] {
  return devs?.[list] ?? (list === "name" && dev !== undefined ? [dev] : []);
}

function withLists<H extends Devices>({ dev: _, devs: _devs, ...hook }: H, lists: Record<List, string[]>): H {
  const { name, prefix } = lists;
  const devs = { ...(name.length > 0 && { name }), ...(prefix.length > 0 && { prefix }) };
  const [dev] = name.length === 1 && prefix.length === 0 ? name : [];
  return { ...hook, ...(dev !== undefined && { dev }), devs } as unknown as H;
}

function hasDevices(hook: Devices | undefined): hook is Devices {
  return hook !== undefined && (hook.dev !== undefined || hook.devs !== undefined);
}

/** Returns an object with the devices that it had before an update too. */
export function withDevices<T extends Hooked>(known: T | undefined, update: T): T {
  const { hook } = update;
  if (known === undefined || !hasDevices(known.hook) || hook === undefined) return update;
  const before = known.hook;
  const all = (list: List) => [...new Set([...listed(before, list), ...listed(hook, list)])];
  return { ...update, hook: withLists(hook, { name: all("name"), prefix: all("prefix") }) };
}

/**
 * Returns an object without the devices that a removal lists; `undefined` if it lists none, or all: it is the object then that
 * was removed.
 */
export function withoutDevices<T extends Hooked>(known: T, removal: Hooked): T | undefined {
  const { hook } = known;
  const gone = removal.hook;
  if (!hasDevices(hook) || !hasDevices(gone)) return undefined;
  const left = (list: List) => listed(hook, list).filter((name) => !listed(gone, list).includes(name));
  const [name, prefix] = [left("name"), left("prefix")];
  if (name.length + prefix.length === 0) return undefined;
  return { ...known, hook: withLists(hook, { name, prefix }) };
}
