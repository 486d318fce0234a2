import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { describe, expect, it } from "vitest";
import { addressSteps } from "../iproute2/steps/address.js";
import { bridgeSteps } from "../iproute2/steps/bridge.js";
import { encapSteps } from "../iproute2/steps/encap.js";
import { linkSteps } from "../iproute2/steps/link.js";
import { neighbourSteps } from "../iproute2/steps/neighbour.js";
import { nexthopSteps } from "../iproute2/steps/nexthop.js";
import { routeSteps } from "../iproute2/steps/route.js";
import { ruleSteps } from "../iproute2/steps/rule.js";
import type { SideBySide, Step } from "../iproute2/steps/step.js";
import { CABLE, errorOf, type Kernel, openKernel, refusal } from "../support/kernel.js";

/** Objects that the kernel adds on its own at unpredictable times, such as link-local addresses and MLD groups. */
const ITS_OWN = /"(fe80|ff02|ff00)::/;

/** Rounds a time that counts down, in seconds, so that all times set within 1000 s are equal. */
const running = (value: unknown) => (typeof value === "number" ? Math.ceil(value / 1000) : value);

const text = (value: unknown) => JSON.stringify(value);

function comparable(printed: unknown, skipped: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(printed))
    return printed.filter((row) => !ITS_OWN.test(text(row))).map((row) => comparable(row, skipped));
  if (typeof printed !== "object" || printed === null) return printed;
  const kept = Object.entries(printed).filter(([key]) => !(key in skipped));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      /_life_time$|^expires$/.test(key) ? running(value) : comparable(value, skipped),
    ]),
  );
}

const why = whyNoNamespaces();
if (why !== undefined) console.log(`comparison of steps with iproute2 skipped: ${why}`);

describe.skipIf(why !== undefined)("side by side with iproute2:", () => {
  const shown = (kernel: Kernel, { print, skipped = {}, unordered }: SideBySide) =>
    print.map((command) => {
      const rows = comparable(kernel.json(command), skipped) as unknown[];
      return unordered ? rows.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)) : rows;
    });

  /** Takes a step in both namespaces; returns why if the kernel or iproute2 lacks support. */
  async function take(theirs: Kernel, ours: Kernel, [command, say, refused]: Step) {
    const refusedTo = await refusal(say(ours.nl, ours.index));
    const said = errorOf(theirs, command);
    if (said !== undefined && refused === undefined) return `${command}: ${said}`;
    expect([command, refusedTo, said === undefined]).toEqual([command, refused, refused === undefined]);
    return undefined;
  }

  async function walk(one: SideBySide, skip: (note: string) => void): Promise<void> {
    const setup = `${CABLE}; ${one.setup ?? ""}`;
    const [theirs, ours] = [await openKernel(setup), await openKernel(setup)];
    try {
      for (const step of one.steps) {
        const cannot = await take(theirs, ours, step);
        if (cannot !== undefined) return skip(cannot);
        expect([step[0], shown(ours, one)]).toEqual([step[0], shown(theirs, one)]);
      }
    } finally {
      await Promise.all([theirs.close(), ours.close()]);
    }
  }

  /** Returns why the kernel lacks support. */
  async function lacks({ needs }: SideBySide): Promise<string | undefined> {
    if (needs === undefined) return undefined;
    const kernel = await openKernel("ip link set lo up");
    try {
      return errorOf(kernel, needs);
    } finally {
      await kernel.close();
    }
  }

  const tables = [
    ...addressSteps,
    ...routeSteps,
    ...encapSteps,
    ...nexthopSteps,
    ...neighbourSteps,
    ...bridgeSteps,
    ...ruleSteps,
    ...linkSteps,
  ];
  it.for(tables.map((one) => [one.title, one] as const))("%s", async ([title, one], { skip }) => {
    const skipped = (reason: string) => {
      console.log(`${title}: not on this kernel: ${reason}`);
      skip(reason);
    };
    const lacking = await lacks(one);
    if (lacking !== undefined) return skipped(lacking);
    await walk(one, skipped);
  });
});
