import { describe } from "vitest";
import { tcpMetricsObject } from "#src/tcp-metrics/entry.js";
import { tcpMetrics, tcpMetricsFamily } from "#src/tcp-metrics/tcp-metrics.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: tcpMetricsFamily,
  open: tcpMetrics,
  messages: [tcpMetricsObject],
  folder: "tcp-metrics",
  atLeast: 2,
});

describe("drift", () => {
  familyDrift({
    folder: "tcp-metrics",
    headers: ["tcp_metrics.h"],
    commands: ["TCP_METRICS_CMD_"],
    exceptions: { TCP_METRICS_A_METRICS_REORDERING: "the kernel's constant lacks a letter" },
    omissions: {
      TCP_METRICS_A_METRICS_REODERING: "declared as reordering",
      TCP_METRICS_GENL_NAME: "the family's name stands in its module",
      TCP_METRICS_GENL_VERSION: "the family's version stands in its module",
      TCP_METRIC_: "the same numbers less 1, of routes",
    },
  });
});
