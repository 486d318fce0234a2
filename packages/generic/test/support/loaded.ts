import type { Arrival, Socket, Transport } from "@rxnetlink/core";
import { passedOn, withArrivals } from "@rxnetlink/core/internal";
import {
  eachMessage,
  NLM_F_REQUEST,
  type OutgoingMessage,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { datagram } from "@rxnetlink/testing";
import { map, merge, Subject } from "rxjs";
import type { Family } from "#src/family/definition.js";
import { CTRL_CMD_NEWFAMILY } from "#src/nlctrl/commands.js";
import { familyMessage } from "#src/nlctrl/layout.js";

const GENL_ID_CTRL = 0x10;
/** Number that the family gets. */
export const FAMILY_ID = 0x20;

/** Returns the controller's reply to a request for the family. */
function reply({ name, groups = {} }: Family, sequence: number, portId: number): Uint8Array {
  const mcastGroups = Object.entries(groups).map(([group, id]) => ({ name: group, id }));
  const value = { familyId: FAMILY_ID, familyName: name, mcastGroups };
  const message: OutgoingMessage = {
    type: GENL_ID_CTRL,
    flags: 0,
    sequence,
    portId,
    layout: familyMessage,
    value,
  };
  const out = new Writer();
  writeMessage(out, message);
  const bytes = out.take();
  bytes[16] = CTRL_CMD_NEWFAMILY & 0xff;
  return bytes;
}

/** Returns a transport whose controller knows one family; whatever is not for the controller goes to the other transport. */
export function loaded(transport: Transport, family: Family): Transport {
  const answering = (socket: Socket): Socket => {
    const answers = new Subject<Arrival>();
    return {
      ...withArrivals(socket, (arrivals$) => merge(arrivals$, answers)),
      send(bytes, portId, group) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        let asked: number | undefined;
        eachMessage(view, 0, bytes.length, ({ type, flags, sequence }) => {
          if (type === GENL_ID_CTRL && flags & NLM_F_REQUEST) asked = sequence;
        });
        if (asked === undefined) return socket.send(bytes, portId, group);
        const answer = reply(family, asked, socket.portId);
        queueMicrotask(() => answers.next(datagram(answer)));
        return 0;
      },
    };
  };
  return {
    ...passedOn(transport),
    socket$: (options) => transport.socket$(options).pipe(map(answering)),
    close: () => transport.close(),
  };
}
