import type { XfrmPolicy, XfrmState } from "@rxnetlink/xfrm";

/** Returns the reason why something that ends after a time is not saved: whoever negotiated it makes it again. */
export function lifetimeOf({ lft }: XfrmState | XfrmPolicy): string | undefined {
  const { hardAddExpiresSeconds, hardUseExpiresSeconds } = lft;
  const seconds = hardAddExpiresSeconds || hardUseExpiresSeconds;
  return seconds === 0n ? undefined : `it expires after ${seconds} s`;
}
