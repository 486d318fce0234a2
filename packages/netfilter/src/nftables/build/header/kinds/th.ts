import { inetService } from "../../value/types.js";
import { columns } from "../header.js";

const { field } = columns({ name: "th", base: "transport" });

/** Transport header of any protocol with ports: match `meta.l4proto` before. */
export const th = {
  /** Source port. */
  sport: field("sport", 0, inetService),
  /** Destination port. */
  dport: field("dport", 16, inetService),
} as const;
