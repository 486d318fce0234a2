import { isRecord, nest, refine, type Type, whole } from "@rxnetlink/core";
import { asAsked } from "./as-asked.js";
import { type FlowerFilter, flowerAttributes } from "./layout.js";
import { refuseIgnored } from "./needs.js";

const layout = whole(nest<FlowerFilter>(flowerAttributes));
/** The same, which the kernel replaces as a whole; what it would ignore is refused. */
export const flower: Type<FlowerFilter> = refine(layout, {
  write(out, filter, scope) {
    const asked = isRecord(filter) ? asAsked(filter, scope) : filter;
    layout.write(out, asked, scope);
    if (!out.draft) refuseIgnored(asked);
  },
});
