import { isRecord } from "@rxnetlink/core/internal";
import { nest, refine, type Type, whole } from "@rxnetlink/core/schema";
import { refuseIgnored } from "./ignored-keys.js";
import { type FlowerFilter, flowerAttributes } from "./layout.js";
import { asAsked } from "./outer-protocol.js";

const layout = whole(nest<FlowerFilter>(flowerAttributes));
/** Layout of {@link FlowerFilter}, which the kernel replaces as a whole; keys that it would ignore are refused. */
export const flower: Type<FlowerFilter> = refine(layout, {
  write(out, filter, scope) {
    const asked = isRecord(filter) ? asAsked(filter, scope) : filter;
    layout.write(out, asked, scope);
    if (!out.draft) refuseIgnored(asked);
  },
});
