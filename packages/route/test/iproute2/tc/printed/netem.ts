// Settings of netem as tc (iproute2 6.1) prints them in JSON.

import type { QdiscOptions } from "#src/tc/qdisc/kinds/formats.js";
import { shareOf } from "#src/tc/values/units.js";
import type { Json } from "../../../support/tc/case.js";
import { present } from "../../printed/common.js";
import { g, share, yes } from "./notation.js";

export function netemAsTc({ netem }: QdiscOptions): Json {
  const { corr, reorder, corrupt, rate, loss, slot, latency64, jitter64, ...fixed } = netem!;
  const correlation = (value: number | undefined) => share(value ?? 0);
  return present({
    limit: fixed.limit,
    delay: latency64
      ? {
          delay: Number(latency64) / 1e9,
          jitter: Number(jitter64) / 1e9,
          correlation: correlation(corr?.delayCorr),
        }
      : undefined,
    "loss-random": fixed.qoptLoss
      ? { loss: share(fixed.qoptLoss), correlation: correlation(corr?.lossCorr) }
      : undefined,
    "loss-state": loss?.gi && {
      p13: share(loss.gi.p13),
      p31: share(loss.gi.p31),
      p32: share(loss.gi.p32),
      p23: share(loss.gi.p23),
      p14: share(loss.gi.p14),
    },
    "loss-gemodel": loss?.ge && {
      p: share(loss.ge.p),
      r: share(loss.ge.r),
      "1-h": g(1 - shareOf(loss.ge.h)),
      "1-k": g(shareOf(loss.ge.k1)),
    },
    duplicate: fixed.duplicate
      ? { duplicate: share(fixed.duplicate), correlation: correlation(corr?.dupCorr) }
      : undefined,
    reorder: reorder?.probability
      ? { reorder: share(reorder.probability), correlation: share(reorder.correlation) }
      : undefined,
    corrupt: corrupt?.probability
      ? { corrupt: share(corrupt.probability), correlation: share(corrupt.correlation) }
      : undefined,
    rate: rate?.rate
      ? {
          rate: rate.rate,
          packetoverhead: rate.packetOverhead,
          cellsize: rate.cellSize,
          celloverhead: rate.cellOverhead,
        }
      : undefined,
    slot: slot && {
      "min-delay": Number(slot.minDelay) / 1e9,
      "max-delay": Number(slot.maxDelay) / 1e9,
      packets: slot.maxPackets,
      bytes: slot.maxBytes,
    },
    ecn: yes(fixed.ecn),
    gap: fixed.gap,
  });
}
