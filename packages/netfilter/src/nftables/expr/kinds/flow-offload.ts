import { attributes, type Infer, string } from "@rxnetlink/core/schema";

/** Attributes of `flow_offload` (`NFTA_FLOW_*`). */
export const exprFlowOffload = attributes("expr-flow-offload-attrs", "NFTA_FLOW_", {
  /** Name of the flowtable. */
  tableName: [1, string],
});
/** Adds the packet's connection to a flowtable; since 4.16. */
export interface FlowOffloadExpr extends Infer<typeof exprFlowOffload> {}

/** Returns `flow_offload` in nft's notation. */
export function flowOffloadText({ tableName = "" }: FlowOffloadExpr): string {
  return `flowtable ${tableName}`;
}
