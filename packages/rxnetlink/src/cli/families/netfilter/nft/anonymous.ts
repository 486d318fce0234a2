import { type ruleText, type SetNode, setFlags } from "@rxnetlink/netfilter/nftables";

/** Sets without a name, as the text of rules needs them. */
export type AnonymousSets = NonNullable<Parameters<typeof ruleText>[0]["sets"]>;

/** Returns true if a set belongs to the rule that looks it up. */
export const isAnonymous = ({ set }: SetNode) => setFlags.has(set.flags ?? 0, "anonymous");
