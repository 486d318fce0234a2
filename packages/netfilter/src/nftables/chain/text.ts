import { type Chain, type ChainHook, chainFlags, type HookDevices } from "./layout.js";
import { priorityText } from "./priority.js";

/** Returns the names of devices in the order of nft, those with a prefix as `eth*`. */
export const devicesOf = (devices: HookDevices | undefined): string[] =>
  [...(devices?.name ?? []), ...(devices?.prefix ?? []).map((prefix) => `${prefix}*`)].sort();

function deviceText({ dev, devs }: ChainHook): string {
  const devices = devicesOf(devs);
  if (devices.length > 1) return ` devices = { ${devices.join(", ")} }`;
  const only = dev ?? devices[0];
  return only === undefined ? "" : ` device "${only}"`;
}

/** Returns the lines of a chain, as nft prints them in its braces before the rules. */
export function chainLines({ family, type = "filter", hook, policy, flags = 0, userdata }: Chain): string[] {
  const comment = userdata?.comment === undefined ? [] : [`comment "${userdata.comment}"`];
  if (hook === undefined) return comment;
  const { hooknum, priority = 0 } = hook;
  const at = `type ${type} hook ${hooknum}${deviceText(hook)} priority ${priorityText(String(family), hooknum, priority)};`;
  const words = [
    at,
    policy !== undefined && `policy ${policy};`,
    chainFlags.has(flags, "hwOffload") && "flags offload;",
  ];
  return [...comment, words.filter(Boolean).join(" ")];
}
