import { attributes, type Infer, nest, required, struct, u16, u32, u64 } from "@rxnetlink/core";
import { defaultBy, missing } from "../request.js";

/** Settings of an `hfsc` qdisc (`struct tc_hfsc_qopt`). */
export const hfscQopt = struct("tc_hfsc_qopt", {
  /** Minor number of the class for packets that no filter sorts. */
  defcls: u16,
});
/** Settings of an `hfsc` qdisc. */
export interface HfscQdisc extends Infer<typeof hfscQopt> {}

/** A first piece has a length. */
function lengthFor({ m1 }: { m1?: number }): number {
  if (m1) throw missing();
  return 0;
}

/** Service curve of two pieces (`struct tc_service_curve`). */
export const serviceCurve = struct("tc_service_curve", {
  /** Slope of the first piece, in bytes/s. */
  m1: u32,
  /** Length of the first piece, in µs; needed where it has a slope. */
  d: defaultBy(u32, lengthFor),
  /** Slope of the second piece, in bytes/s. */
  m2: required(u32),
});
/** Service curve of two pieces. */
export interface ServiceCurve extends Infer<typeof serviceCurve> {}

/** Settings of an `hfsc` class (`TCA_HFSC_*`). */
export const hfscAttributes = attributes("hfsc-attrs", "TCA_HFSC_", {
  /** What it gets in real time. */
  rsc: [1, nest<ServiceCurve>(serviceCurve)],
  /** Its share of what is left (link sharing). */
  fsc: [2, nest<ServiceCurve>(serviceCurve)],
  /** Upper limit of its share. */
  usc: [3, nest<ServiceCurve>(serviceCurve)],
});
/** Settings of an `hfsc` class. */
export interface HfscClass extends Infer<typeof hfscAttributes> {}

/** Statistics of an `hfsc` class (`struct tc_hfsc_stats`). */
export const hfscStats = struct("tc_hfsc_stats", {
  /** Bytes sent in all. */
  work: u64,
  /** Bytes sent in real time. */
  rtwork: u64,
  /** How often it became active. */
  period: u32,
  /** Distance from the leaves, which are 0. */
  level: u32,
});
/** Statistics of an `hfsc` class. */
export interface HfscStats extends Infer<typeof hfscStats> {}
