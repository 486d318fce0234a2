// Sockets of TCP, listed several times in one process and not kept.
import { definitionOf } from "rxnetlink";
import { sockDiag, socketState } from "rxnetlink/diag";
import { median, number, print, seconds } from "../protocol.mjs";

const ipv4Number = (text) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Adds up the numbers of all sockets as they arrive. */
async function list(diag, value) {
  const { layout, requests, types } = definitionOf(diag.tcp);
  const request = { type: types.get, layout: requests.get, reply: layout, value };
  const sums = [0, 0, 0, 0, 0, 0];
  let count = 0;
  await new Promise((resolve, reject) => {
    diag.connection.dump$(request).subscribe({
      next({ src, dst, sport, dport, state, info }) {
        count++;
        sums[0] += ipv4Number(src);
        sums[1] += ipv4Number(dst);
        sums[2] += sport;
        sums[3] += dport;
        sums[4] += socketState.values[state];
        if (info?.rtt > 0) sums[5]++;
      },
      error: reject,
      complete: resolve,
    });
  });
  return [count, ...sums].join(":");
}

const listing = (workload, more) => async () => {
  const diag = sockDiag();
  const value = { family: "inet", sdiagProtocol: "tcp", states: ["established"], ...more };
  const times = [];
  let check;
  for (let run = 0; run < number("PEER_REPS", 5); run++) {
    const start = seconds();
    check = await list(diag, value);
    times.push(seconds() - start);
  }
  print({ workload, check, list_ms: median(times) * 1e3, times_s: times });
  await diag.close();
};

const ALL = ["info", "cong", "tos", "tclass", "skmeminfo", "shutdown"];

export const workloads = {
  sockets: listing("sockets", {}),
  "sockets-info": listing("sockets-info", { ext: ALL }),
};
