import type { Observable } from "rxjs";
import { type ReplayOptions, replay } from "#src/replay/replay.js";
import { type Items, itemsOver, NEW, recorded, watch } from "./items.js";

/** Records a program with a kernel that has two items. */
export async function record(
  program: (items: Items, it: ReturnType<typeof recorded>) => unknown,
): Promise<Uint8Array> {
  const it = recorded();
  it.kernel.happen(NEW, { id: 1, name: "one" });
  it.kernel.happen(NEW, { id: 2, name: "two" });
  await program(itemsOver(it.transport), it);
  await it.transport.close();
  return it.bytes();
}

/** Returns the items of a recording. */
export const over = (bytes: Uint8Array, options?: ReplayOptions) => itemsOver(replay(bytes, options));

/** Returns the error that an Observable ends with. */
export const failure = <T>(source$: Observable<T>) => watch(source$).ended.then(({ error }) => error);
