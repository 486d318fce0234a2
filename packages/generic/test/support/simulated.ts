// Devices of netdevsim, for what needs one; no Debian kernel has the module, but tools/run-in-vm.sh --with netdevsim builds it.

import { existsSync } from "node:fs";
import { describe } from "vitest";
import type { FamilyOptions } from "#src/generic.js";
import { type Kernel, type Needs, openKernel, whyNot } from "./kernel.js";

const BUS = "/sys/bus/netdevsim";

/** A simulated device in a namespace. */
export interface Simulated<F> extends Kernel<F> {
  /** Its bus and name. */
  readonly handle: { readonly busName: "netdevsim"; readonly devName: string };
  /** The same as `devlink` prints it. */
  readonly name: string;
  /** Its folder in debugfs, by which it is told what to simulate. */
  readonly debug: string;
  /** Its folder in sysfs. */
  readonly sys: string;
}

/** Creates a simulated device with two ports, in a namespace. */
export async function openSimulated<F>(
  open: (options: FamilyOptions) => F,
  id: number,
): Promise<Simulated<F>> {
  const remove = `echo ${id} > ${BUS}/del_device`;
  const mount = "mountpoint -q /sys/kernel/debug || mount -t debugfs debugfs /sys/kernel/debug";
  const kernel = await openKernel(open, `${mount}; echo "${id} 2" > ${BUS}/new_device`);
  const devName = `netdevsim${id}`;
  return {
    ...kernel,
    handle: { busName: "netdevsim", devName },
    name: `netdevsim/${devName}`,
    debug: `/sys/kernel/debug/netdevsim/${devName}`,
    sys: `${BUS}/devices/${devName}`,
    async close() {
      kernel.run(remove);
      await kernel.close();
    },
  };
}

/** Describes tests that need simulated devices; skips them with the reason in their name. */
export function describeSimulated(needs: Needs, name: string, tests: () => void): void {
  const why = existsSync(BUS) ? whyNot(needs) : "no module netdevsim in this kernel";
  if (why === undefined) describe(name, tests);
  else describe.skip(`${name} (skipped: ${why})`, tests);
}
