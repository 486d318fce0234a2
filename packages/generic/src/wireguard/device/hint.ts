import type { KernelRefusal } from "@rxnetlink/core";

/** Returns what a person can do about a refusal. */
export function hintOf(
  { errno }: KernelRefusal,
  { ifname }: { readonly ifname?: string },
): string | undefined {
  if (errno === 95) return `${ifname ?? "the link"} is not of the kind wireguard`;
  if (errno === 2) return "this kernel has no wireguard; its module has the same name";
  return undefined;
}
