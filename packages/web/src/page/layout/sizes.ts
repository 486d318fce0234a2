/** Size of the card of a link. */
export const CARD = { width: 176, height: 60 } as const;
/** Space between cards. */
export const GAP = 14;
/** Space between a link and those over it, in which their edges are seen. */
export const STACK_GAP = 34;
/** The frame around a master and its ports. */
export const REGION = { pad: 14, top: 14 } as const;
/** The frame around a namespace, and the space between what is in it. */
export const NAMESPACE = { pad: 20, top: 50, gap: 18, least: 150 } as const;
/** Space between namespaces. */
export const BETWEEN = { across: 36, down: 72 } as const;
