import type { Connection, MessageSet, NetlinkNotification, Request } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { map, Observable } from "rxjs";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import { NFT_MSG_GETGEN, NFT_MSG_NEWGEN } from "../common/nft-msg.js";
import { type Generation, generationMessage } from "./layout.js";
import { isNewer } from "./order.js";

const layout = nest<Generation>(generationMessage);

/** Messages of generations. One follows the changes of each commit. */
export const generationMessages: MessageSet<Generation> = {
  name: "generation",
  layout,
  types: { new: NFT_MSG_NEWGEN, get: NFT_MSG_GETGEN },
  groups: [NFNLGRP_NFTABLES],
};

const getGeneration: Request<Generation> = { type: NFT_MSG_GETGEN, layout, value: {} };

/** Reads the current generation, without the process: a reply names the one that asked. */
export function currentGeneration$(connection: Connection): Observable<Generation & { readonly id: number }> {
  return connection
    .request$(getGeneration)
    .pipe(map(({ procPid: _pid, procName: _name, id = 0, ...rest }) => ({ ...rest, id })));
}

/** Emits the current generation, then each new one. Generations that an overflow hid are not emitted, except the last. */
export function generation$(connection: Connection): Observable<Generation> {
  return new Observable((subscriber) => {
    let last: number | undefined;
    const error = (error: unknown) => subscriber.error(error);
    const next = (generation: Generation) => {
      const { id = 0 } = generation;
      if (last !== undefined && !isNewer(id, last)) return;
      last = id;
      subscriber.next(generation);
    };
    const read = () => subscriber.add(currentGeneration$(connection).subscribe({ next, error }));
    const take = (notification: NetlinkNotification<Generation>) => {
      if (notification.type === "new") next(notification.value);
      else if (notification.type !== "overrun") read();
    };
    const complete = () => subscriber.complete();
    const notification$ = connection.notifications$([generationMessages], { listening: read });
    subscriber.add(notification$.subscribe({ next: take, error, complete }));
  });
}
