// A fresh namespace for each test, by default with a pair of links in it.

import { type ChangeNotification, KernelError, type NetlinkObject } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { MissingProgramError, openSandbox, type Sandbox } from "@rxnetlink/testing/kernel";
import type { Observable } from "rxjs";
import { afterEach, beforeEach } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

/** A pair of links, `v0` and `v1`; `v0` has an address of each family. */
export const CABLE = `
  ip link set lo up
  ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
  ip link set v0 up; ip link set v1 up
  ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad`;

/** Indexes of links by name. */
export type Indices = Readonly<Record<string, number>>;

/** A namespace, with objects connected to it. */
export interface Kernel extends Pick<Sandbox, "run" | "json" | "close" | "namespace"> {
  readonly nl: Rtnetlink;
  /** Links added by `setup`. */
  readonly index: Indices;
}

/** Resolves with the code with which the kernel refuses a request, or `undefined` if it does not. */
export async function refusal(request$: Observable<unknown>): Promise<string | undefined> {
  try {
    await done(request$);
    return undefined;
  } catch (error) {
    if (error instanceof KernelError) return error.code;
    throw error;
  }
}

/** Collects all notifications of an object from now on, until the namespace closes. */
export function collectNotifications<T extends object>(
  object: Pick<NetlinkObject<T>, "notifications$">,
): Promise<ChangeNotification<T>[]> {
  const received: ChangeNotification<T>[] = [];
  return new Promise((resolve, reject) => {
    object
      .notifications$({ listening: () => resolve(received) })
      .subscribe({ next: (event) => received.push(event as ChangeNotification<T>), error: reject });
  });
}

/** Returns the last line that a failed shell command printed, or `undefined` if it succeeded. */
export function errorOf({ run }: Pick<Kernel, "run">, command: string): string | undefined {
  try {
    run(`(${command}) 2>&1`);
    return undefined;
  } catch (error) {
    if (error instanceof MissingProgramError) throw error;
    return String((error as { stdout?: string }).stdout)
      .trim()
      .split("\n")
      .at(-1);
  }
}

/** Opens a namespace, and runs the commands of `setup` in it. */
export async function openKernel(setup: string): Promise<Kernel> {
  const sandbox = await openSandbox();
  const { transport, namespace, run, json } = sandbox;
  run(`set -e; ${setup}`);
  const nl = rtnetlink({ transport, namespace: namespace.ref });
  const links = await all(nl.link.list$());
  const index = Object.fromEntries(links.map((link) => [link.ifname ?? "", link.index]));
  return { nl, index, namespace, run, json, close: () => sandbox.close() };
}

/** Opens a fresh namespace for each test of a suite, and runs the commands of `setup` in it. */
export function useFreshKernel(setup = CABLE): { readonly kernel: Kernel } {
  let kernel: Kernel | undefined;
  beforeEach(async () => {
    kernel = await openKernel(setup);
  });
  afterEach(async () => {
    await kernel?.close();
    kernel = undefined;
  });
  return {
    get kernel() {
      return kernel!;
    },
  };
}
