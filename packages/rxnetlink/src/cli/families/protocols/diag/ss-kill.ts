import type { Destroyable, SockDiag } from "@rxnetlink/diag";
import { concat, lastValueFrom, map, toArray } from "rxjs";
import { UsageError } from "../../../input/usage-error.js";
import { kindsOf, type SsKind } from "./ss-kinds.js";
import { type Found, printAll } from "./ss-list.js";
import type { SsOptions } from "./ss-options.js";
import type { Selection } from "./ss-selection.js";

/** Kinds of sockets that the kernel can destroy. Raw ones it often lacks: only where they are asked for. */
const isDestroyed = (option: SsKind["option"], { raw = false }: SsOptions) =>
  option === "tcp" || option === "udp" || (option === "raw" && raw);

/** Destroys the sockets that are selected, and prints them. */
export async function kill(diag: SockDiag, selection: Selection, options: SsOptions): Promise<void> {
  // ss would destroy all connections of the machine.
  if (selection.filter === undefined || String(selection.filter) === "")
    throw new UsageError("--kill needs a filter: which sockets are to be destroyed");
  const kinds = kindsOf(options, selection).filter(({ option }) => isDestroyed(option, options));
  if (kinds.length === 0) throw new UsageError("--kill destroys sockets of TCP, UDP and raw IP only");
  const destroyed = kinds.map((kind) => {
    const { destroyAll$ } = diag[kind.option] as Destroyable<object>;
    const socket$ = destroyAll$(selection as never);
    return socket$.pipe(map((socket): Found => ({ kind, socket })));
  });
  await printAll(diag, await lastValueFrom(concat(...destroyed).pipe(toArray())), options);
}
