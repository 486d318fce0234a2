// One request after the other, in good conditions and bad ones.
import * as checks from "./checks.mjs";
import { figure, result } from "./figure.mjs";

/** In bad conditions, a second thread must not cost more than the trip itself. */
const BESIDE_DIRECT = { against: "direct", target: { ratio: 2 } };
const DIRECT = ["baseline", "rxnetlink", "direct"];

export const roundTrips = {
  rtt: {
    does: "`RTM_GETLINK` for one link, 5000 times, one after the other, in a new process",
    programs: [...DIRECT, "npm-netlink"],
    check: checks.requests,
    figures: [
      figure("first", "First reply, after the import", "ms", result("first_ms"), {
        against: undefined,
        target: { value: 20 },
      }),
      figure("early", "First 1000 round trips, p50", "µs", result("early_p50_us"), { target: { value: 60 } }),
      figure("early-p99", "First 1000 round trips, p99", "µs", result("early_p99_us"), {
        target: { value: 1000 },
      }),
      figure("rtt", "First 5000 round trips, p50", "µs", result("p50_us"), { target: { ratio: 4 } }),
    ],
  },
  warm: {
    does: "the same after 20 000 others",
    programs: DIRECT,
    check: checks.requests,
    figures: [
      figure("warm", "Warm round trip, p50", "µs", result("p50_us"), { target: { ratio: 3 } }),
      figure("warm-p99", "Warm round trip, p99", "µs", result("p99_us")),
    ],
  },
  busy: {
    does: "the same while another process keeps the first core busy",
    argument: "warm",
    programs: DIRECT,
    busy: true,
    check: checks.requests,
    figures: [
      figure("busy", "Round trip beside a busy core, p50", "µs", result("p50_us"), BESIDE_DIRECT),
      figure("busy-p90", "Round trip beside a busy core, p90", "µs", result("p90_us"), BESIDE_DIRECT),
    ],
  },
  "one-core": {
    does: "the same with one core only (`taskset -c 0`)",
    argument: "warm",
    programs: DIRECT,
    pinned: true,
    check: checks.requests,
    figures: [figure("one-core", "Round trip on one core, p50", "µs", result("p50_us"), BESIDE_DIRECT)],
  },
};
