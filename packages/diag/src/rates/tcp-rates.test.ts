import { firstValueFrom, of, type SchedulerLike } from "rxjs";
import { describe, expect, test } from "vitest";
import { type CountedTcpSocket, tcpRates } from "#src/index.js";

/** A clock that goes on by two seconds at each look. */
function clock(): SchedulerLike {
  let now = 0;
  return {
    now: () => {
      now += 2000;
      return now;
    },
    schedule: () => {
      throw new Error("nothing is scheduled");
    },
  };
}

const socket = (
  cookie: bigint,
  bytesAcked: bigint,
  segsOut: number,
  totalRetrans: number,
): CountedTcpSocket => ({
  cookie,
  info: { bytesAcked, bytesReceived: 10n, segsOut, totalRetrans },
});

const rates = { acked: 0, received: 0, segments: 0, retransmissions: 0, retransmissionRatio: 0 };

describe("rates of sockets of TCP", () => {
  test("are those since the list before, of sockets that were in it", async () => {
    const before = [socket(1n, 1000n, 10, 0), socket(2n, 0n, 5, 5)];
    const after = [socket(1n, 3000n, 20, 2), socket(2n, 0n, 5, 5), socket(3n, 7n, 7, 7), { cookie: 4n }];
    expect(await firstValueFrom(of(before, after).pipe(tcpRates(clock())))).toEqual([
      {
        ...after[0],
        rates: { ...rates, acked: 1000, segments: 5, retransmissions: 1, retransmissionRatio: 0.2 },
      },
      { ...after[1], rates },
    ]);
  });
});
