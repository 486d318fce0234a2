import type { XfrmState } from "@rxnetlink/xfrm";
import { objectSection } from "../../object-section.js";
import { lifetimeOf } from "./lifetime.js";

const ALGORITHMS = ["algAuth", "algAuthTrunc", "algCrypt", "algAead"];
/** Counters against replay, beside the size of their window. */
const COUNTERS = ["oseq", "seq", "oseqHi", "seqHi", "bmp"];

/** States of IPsec, which hold keys. */
export const ipsecStates = objectSection<XfrmState>({
  name: "xfrmState",
  needs: "xfrm",
  object: ({ xfrm }) => xfrm!.state,
  key: ["daddr", "spi", "proto", "mark"],
  subject: ({ proto, spi, saddr, daddr }) => `${proto} ${spi} from ${saddr} to ${daddr}`,
  secret: ALGORITHMS.map((name) => `${name}.key`),
  state: ["seq", "replayVal", ...COUNTERS.map((name) => `replayEsnVal.${name}`)],
  // One without an SPI waits for its keys.
  isState: ({ spi }) => spi === 0,
  unsaved: lifetimeOf,
  change: "change",
});
