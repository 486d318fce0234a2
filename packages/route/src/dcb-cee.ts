import { array, attributes, type Infer, nest, struct, u8 } from "@rxnetlink/core";

const eight = array(u8, 8);

/** Priority groups (`struct cee_pg`). */
export const ceePg = struct("cee_pg", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** Whether the peers disagree, 0 or 1. */
  error: u8,
  /** Whether they are on, 0 or 1. */
  pgEn: u8,
  /** How many traffic classes it has. */
  tcsSupported: u8,
  /** Share of the bandwidth by group, in percent. */
  pgBw: eight,
  /** Group by priority. */
  prioPg: eight,
});
/** Priority groups. */
export interface CeePg extends Infer<typeof ceePg> {}

/** Flow control by priority (`struct cee_pfc`). */
export const ceePfc = struct("cee_pfc", {
  /** Whether it takes over what its peer says, 0 or 1. */
  willing: u8,
  /** Whether the peers disagree, 0 or 1. */
  error: u8,
  /** Which priorities have it, a bit each. */
  pfcEn: u8,
  /** How many traffic classes can have it. */
  tcsSupported: u8,
});
/** Flow control by priority. */
export interface CeePfc extends Infer<typeof ceePfc> {}

/** What converged enhanced Ethernet has (`DCB_ATTR_CEE_*`). */
export const dcbCeeAttributes = attributes("dcb-cee-attrs", "DCB_ATTR_CEE_", {
  /** What the peer says of priority groups. */
  peerPg: [1, nest<CeePg>(ceePg)],
  /** What the peer says of flow control. */
  peerPfc: [2, nest<CeePfc>(ceePfc)],
});
/** What converged enhanced Ethernet has. */
export interface DcbCee extends Infer<typeof dcbCeeAttributes> {}
