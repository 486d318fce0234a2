import type { StateRules } from "@rxnetlink/core";
import { after } from "../common/after.js";
import { policyMigrations, stateMigrations } from "../migrate/messages.js";
import { stateFlushes } from "./flush.js";
import type { XfrmState } from "./layout.js";

const COUNTED = "the kernel does not report each packet";

/** What identifies a state; one that waits for its keys has no SPI. */
function identityOf({ daddr, spi, proto, mark, saddr, reqid, seq }: XfrmState): string {
  const key = [daddr, spi, proto, mark?.v ?? 0, mark?.m ?? 0];
  return (spi === 0 ? [...key, saddr, reqid, seq] : key).join(" ");
}

/** Rules to derive the states from messages. */
export const stateRules: StateRules<XfrmState> = {
  identityOf,
  volatile: ["curlft", "stats", "lastused", "replayVal", "replayEsnVal"],
  silent: {
    "": {
      reason: "states that wait for their keys are not announced",
      when: ({ algAead, algAuth, algCrypt, algComp }) =>
        (algAead ?? algAuth ?? algCrypt ?? algComp) === undefined,
    },
    curlft: { reason: COUNTED },
    stats: { reason: COUNTED },
    lastused: { reason: COUNTED },
    replayVal: { reason: COUNTED },
    replayEsnVal: { reason: COUNTED },
  },
  dependsOn: [after(stateFlushes), after(policyMigrations), after(stateMigrations)],
};
