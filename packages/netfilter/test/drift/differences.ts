// Declarations that differ from the reference or are missing there, with the reason.
import type { DriftRules } from "@rxnetlink/drift";

export const differences: Pick<DriftRules, "subsets" | "choices" | "exceptions"> = {
  subsets: [],
  choices: {
    "hook-attrs.hooknum": {
      by: "family",
      formats: { arp: "be32", netdev: "be32" },
      because: "nfnl_hook_entries_head: hooks are numbered by family",
    },
  },
  exceptions: {
    NF_ARP_: "netfilter_arp.h is not in the reference",
    NFT_COMPAT_MATCH: "the kernel has no name for 0",
    NFT_COMPAT_TARGET: "the kernel has no name for 1",
    IPPROTO_: "in.h is not in the reference",
  },
};
