import { attributes, flags, type Infer, u32, word } from "@rxnetlink/core/schema";

/** What TCP may use on a route (`RTAX_FEATURE_*`). */
export const routeFeatures = flags("RTAX_FEATURE_", u32, {
  ecn: 1,
  sack: 2,
  timestamp: 4,
  allfrag: 8,
  tcpUsecTs: 16,
});

/** The congestion control of TCP. */
const congestionControl = word(
  "bbr",
  "bic",
  "cdg",
  "cubic",
  "dctcp",
  "highspeed",
  "htcp",
  "hybla",
  "illinois",
  "lp",
  "nv",
  "reno",
  "scalable",
  "vegas",
  "veno",
  "westwood",
  "yeah",
);

/** Metrics of a route (`RTAX_*`). */
export const metricsAttributes = attributes("metrics", "RTAX_", {
  /** Which metrics the kernel must not change, a bit `1 << number` for each. */
  lock: [1, u32],
  /** Path MTU, in bytes. */
  mtu: [2, u32],
  /** Largest TCP window, in bytes. */
  window: [3, u32],
  /** Round trip time, in 1/8 ms. */
  rtt: [4, u32],
  /** Variance of the round trip time, in 1/4 ms. */
  rttvar: [5, u32],
  /** Slow start threshold, in segments. */
  ssthresh: [6, u32],
  /** Largest congestion window, in segments. */
  cwnd: [7, u32],
  /** Maximum segment size that is advertised, in bytes. */
  advmss: [8, u32],
  /** How many packets may arrive out of order. */
  reordering: [9, u32],
  /** Hop limit of packets sent. */
  hoplimit: [10, u32],
  /** First congestion window, in segments. */
  initcwnd: [11, u32],
  /** What TCP may use; see {@link routeFeatures}. */
  features: [12, routeFeatures],
  /** Smallest retransmission time-out, in ms. */
  rtoMin: [13, u32],
  /** First receive window, in segments. */
  initrwnd: [14, u32],
  /** Whether ACKs are sent at once, 0 or 1. */
  quickack: [15, u32],
  /** TCP congestion control: `"bbr"`. */
  ccAlgo: [16, congestionControl],
  /** Whether TCP Fast Open goes without a cookie, 0 or 1. */
  fastopenNoCookie: [17, u32],
});
/** Metrics of a route. */
export interface RouteMetrics extends Infer<typeof metricsAttributes> {}
