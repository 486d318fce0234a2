import { hex, limited, u32 } from "@rxnetlink/core/schema";

/** Id of xfrm interfaces. The kernel refuses 0, which stands for none: it is left out. */
export const ifId = hex(limited(u32, { min: 1 }));
