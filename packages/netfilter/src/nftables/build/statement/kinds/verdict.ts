import { VerdictStatement } from "../../field/verdict.js";

/** Accepts the packet in this base chain. */
export const accept = (): VerdictStatement => new VerdictStatement({ code: "accept" });
/** Drops the packet. */
export const drop = (): VerdictStatement => new VerdictStatement({ code: "drop" });
/** Continues with the next rule; in nft `continue`. */
export const continues = (): VerdictStatement => new VerdictStatement({ code: "continue" });
/** Returns from the chain; in nft `return`. */
export const returns = (): VerdictStatement => new VerdictStatement({ code: "return" });
/** Continues in another chain, and after it with the next rule. */
export const jump = (chain: string): VerdictStatement => new VerdictStatement({ code: "jump", chain });
/** Continues in another chain. */
export const goto = (chain: string): VerdictStatement => new VerdictStatement({ code: "goto", chain });
