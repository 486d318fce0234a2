import { attributes, type Infer, nest, required, struct, u16, u32, u64 } from "@rxnetlink/core/schema";
import { defaultBy, missingMember } from "../../request.js";

/** Settings of an `hfsc` qdisc (`struct tc_hfsc_qopt`). */
export const hfscQopt = struct("tc_hfsc_qopt", {
  /** Minor number of the default class, for packets that no filter classifies. */
  defcls: u16,
});
/** Settings of an `hfsc` qdisc. */
export interface HfscQdisc extends Infer<typeof hfscQopt> {}

/** Requires a length for a first segment with a slope. */
function lengthFor({ m1 }: { m1?: number }): number {
  if (m1) throw missingMember();
  return 0;
}

/** Service curve of two linear segments (`struct tc_service_curve`). */
export const serviceCurve = struct("tc_service_curve", {
  /** Slope of the first segment, in bytes/s. */
  m1: u32,
  /** Length of the first segment, in µs; required when it has a slope. */
  d: defaultBy(u32, lengthFor),
  /** Slope of the second segment, in bytes/s. */
  m2: required(u32),
});
/** Service curve of two linear segments. */
export interface ServiceCurve extends Infer<typeof serviceCurve> {}

/** Settings of an `hfsc` class (`TCA_HFSC_*`). */
export const hfscAttributes = attributes("hfsc-attrs", "TCA_HFSC_", {
  /** Real-time curve: guaranteed service. */
  rsc: [1, nest<ServiceCurve>(serviceCurve)],
  /** Link-sharing curve: share of the excess bandwidth. */
  fsc: [2, nest<ServiceCurve>(serviceCurve)],
  /** Upper-limit curve of that share. */
  usc: [3, nest<ServiceCurve>(serviceCurve)],
});
/** Settings of an `hfsc` class. */
export interface HfscClass extends Infer<typeof hfscAttributes> {}

/** Statistics of an `hfsc` class (`struct tc_hfsc_stats`). */
export const hfscStats = struct("tc_hfsc_stats", {
  /** Total bytes sent. */
  work: u64,
  /** Bytes sent under the real-time curve. */
  rtwork: u64,
  /** Number of times it became active. */
  period: u32,
  /** Level above the leaves, which are 0. */
  level: u32,
});
/** Statistics of an `hfsc` class. */
export interface HfscStats extends Infer<typeof hfscStats> {}
