// Programs of a network namespace that leave notices for each other, without a server, a file or a privilege. Without words it
// prints the notices of others until Ctrl-C; with words it leaves one.
//
//   $ node dist/protocols/pass-notices.js &
//   reading as 71243
//   $ node dist/protocols/pass-notices.js backup is done
//   71250: backup is done

import { mergeMap, tap } from "rxjs";
import { type UserArrival, usersock } from "rxnetlink/usersock";

/** Multicast group of the notices: the programs agree on it. */
const NOTICES = 7;

const { open$, close } = usersock();
const words = process.argv.slice(2).join(" ");

/** Returns what has arrived in words. */
function inWords(arrival: UserArrival): string {
  if (arrival.type === "message") return `${arrival.portId}: ${new TextDecoder().decode(arrival.bytes)}`;
  return arrival.type === "overrun" ? "notices were lost here" : arrival.type;
}

if (words !== "") {
  open$().subscribe((board) => {
    board.publish(new TextEncoder().encode(words), NOTICES);
    void close();
  });
} else {
  open$({ groups: [NOTICES] })
    .pipe(
      tap(({ portId }) => console.log(`reading as ${portId}`)),
      mergeMap(({ arrivals$ }) => arrivals$),
    )
    .subscribe((arrival) => console.log(inWords(arrival)));
}
