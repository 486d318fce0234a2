import { attributes, flags, type Infer, u32, word } from "@rxnetlink/core/schema";

/** TCP features of a route (`RTAX_FEATURE_*`). */
export const routeFeatures = flags("RTAX_FEATURE_", u32, {
  ecn: 1,
  sack: 2,
  timestamp: 4,
  allfrag: 8,
  tcpUsecTs: 16,
});

/** TCP congestion control algorithm. */
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

/** Route metrics (`RTAX_*`). */
export const metricsAttributes = attributes("metrics", "RTAX_", {
  /** Mask of metrics that the kernel must not change: bit `1 << number` for each. */
  lock: [1, u32],
  /** Path MTU, in bytes. */
  mtu: [2, u32],
  /** Largest TCP window, in bytes. */
  window: [3, u32],
  /** Round-trip time, in 1/8 ms. */
  rtt: [4, u32],
  /** Variance of the round-trip time, in 1/4 ms. */
  rttvar: [5, u32],
  /** Slow-start threshold, in segments. */
  ssthresh: [6, u32],
  /** Largest congestion window, in segments. */
  cwnd: [7, u32],
  /** Advertised maximum segment size, in bytes. */
  advmss: [8, u32],
  /** Number of packets that may arrive out of order. */
  reordering: [9, u32],
  /** Hop limit of packets sent. */
  hoplimit: [10, u32],
  /** Initial congestion window, in segments. */
  initcwnd: [11, u32],
  /** TCP features; see {@link routeFeatures}. */
  features: [12, routeFeatures],
  /** Minimum retransmission timeout, in ms. */
  rtoMin: [13, u32],
  /** Initial receive window, in segments. */
  initrwnd: [14, u32],
  /** 1 if ACKs are sent immediately, else 0. */
  quickack: [15, u32],
  /** TCP congestion control algorithm: `"bbr"`. */
  ccAlgo: [16, congestionControl],
  /** 1 if TCP Fast Open works without a cookie, else 0. */
  fastopenNoCookie: [17, u32],
});
/** Route metrics. */
export interface RouteMetrics extends Infer<typeof metricsAttributes> {}
