// What the tests on the real kernel share: a namespace of their own with a pair of links in it.

import { type ChangeNotification, KernelError, type NetlinkObject } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { MissingProgramError, openSandbox, type Sandbox } from "@rxnetlink/testing/kernel";
import type { Observable } from "rxjs";
import { afterEach, beforeEach } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

/** Two links that are one cable, `v0` with an address of each family. */
export const CABLE = `
  ip link set lo up
  ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
  ip link set v0 up; ip link set v1 up
  ip addr add 192.0.2.1/24 dev v0; ip -6 addr add 2001:db8::1/64 dev v0 nodad`;

/** Indices of links by name. */
export type Indices = Readonly<Record<string, number>>;

/** A namespace and our way into it. */
export interface Kernel extends Pick<Sandbox, "run" | "json" | "close" | "namespace"> {
  readonly nl: Rtnetlink;
  /** The links that `setup` made. */
  readonly index: Indices;
}

/** The code that the kernel refuses with, or `undefined` where it does not refuse. */
export async function refusal(request$: Observable<unknown>): Promise<string | undefined> {
  try {
    await done(request$);
    return undefined;
  } catch (error) {
    if (error instanceof KernelError) return error.code;
    throw error;
  }
}

/** All that the kernel tells of an object from here on, until the namespace is closed. */
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

/** The last line that a shell command said before it failed, or `undefined` where it did not fail. */
export function complaint({ run }: Pick<Kernel, "run">, command: string): string | undefined {
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

/** Opens a namespace and makes in it what `setup` says. */
export async function openKernel(setup: string): Promise<Kernel> {
  const sandbox = await openSandbox();
  const { transport, namespace, run, json } = sandbox;
  run(`set -e; ${setup}`);
  const nl = rtnetlink({ transport, namespace: namespace.ref });
  const links = await all(nl.link.list$());
  const index = Object.fromEntries(links.map((link) => [link.ifname ?? "", link.index]));
  return { nl, index, namespace, run, json, close: () => sandbox.close() };
}

/** A namespace of its own for each test of a suite, with what `setup` makes in it. */
export function eachOnKernel(setup = CABLE): { readonly kernel: Kernel } {
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
