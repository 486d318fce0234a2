import { isRecord } from "@rxnetlink/core/internal";
import { nest, refine, type Type, whole } from "@rxnetlink/core/schema";
import { refuseIgnoredKeys } from "./ignored-keys.js";
import { type FlowerFilter, flowerAttributes } from "./layout.js";
import { withOuterProtocol } from "./outer-protocol.js";

const layout = whole(nest<FlowerFilter>(flowerAttributes));
/** Layout of {@link FlowerFilter}, which the kernel replaces as a whole; keys that it would ignore are refused. */
export const flower: Type<FlowerFilter> = refine(layout, {
  write(out, filter, scope) {
    const request = isRecord(filter) ? withOuterProtocol(filter, scope) : filter;
    layout.write(out, request, scope);
    if (!out.draft) refuseIgnoredKeys(request);
  },
});
