import type { DrainedNotification, MalformedNotification, OverrunNotification } from "@rxnetlink/core";

/** What a stream of notifications says about itself. */
type Gap = OverrunNotification | DrainedNotification | MalformedNotification;

/** Formats what a stream says about itself, by its type. */
export const GAP_TEXTS = {
  overrun: () => "! events were lost: the receive buffer overflowed",
  drained: () => "! events are complete again from here on",
  malformed: ({ error }: Pick<MalformedNotification, "error">) => `! ${error.message}`,
} as const;

/** True for what a stream says about itself, as against what it reports. */
export const isGap = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: Gap["type"] }> => Object.hasOwn(GAP_TEXTS, event.type);

/** Formats what a stream says about itself as one line. */
export const gapText = (gap: { readonly type: Gap["type"] }): string =>
  (GAP_TEXTS[gap.type] as (gap: object) => string)(gap);
