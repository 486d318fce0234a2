import { priorityText } from "../chain/priority.js";
import { devicesOf } from "../chain/text.js";
import { type Flowtable, flowtableFlags } from "./layout.js";

/** Returns the lines of a flowtable, as nft prints them in its braces. */
export function flowtableLines({ hook, flags = 0 }: Flowtable): string[] {
  const { priority = 0, devs } = hook ?? {};
  const devices = devicesOf(devs);
  return [
    `hook ingress priority ${priorityText("netdev", "ingress", priority)}`,
    ...(devices.length === 0 ? [] : [`devices = { ${devices.join(", ")} }`]),
    ...(flowtableFlags.has(flags, "hwOffload") ? ["flags offload"] : []),
    ...(flowtableFlags.has(flags, "counter") ? ["counter"] : []),
  ];
}
