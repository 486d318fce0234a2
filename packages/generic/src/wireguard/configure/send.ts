import type { Ack, Connection, KernelRefusal } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { concatMap, from, type Observable, takeLast } from "rxjs";
import { WG_CMD_SET_DEVICE } from "../commands.js";
import { hintOf } from "../device/hint.js";
import { type WireguardDevice, wireguardMessage } from "../device/layout.js";
import type { WireguardConfig } from "./config.js";
import { messagesOf } from "./messages.js";
import { deviceRequest } from "./request.js";
import type { DeviceRequest } from "./wire.js";

/** Returns the label by which errors name one of several messages. */
function labelOf(verb: string, index: number, count: number) {
  return {
    object: "wireguardDevice",
    verb,
    namedBy: ["ifname", "ifindex"],
    hint(refusal: KernelRefusal, value: unknown) {
      const known = hintOf(refusal, value as WireguardDevice);
      if (index === 0) return known;
      return `${known === undefined ? "" : `${known}; `}message ${index + 1} of ${count}: those before were applied`;
    },
  };
}

/** Sends a change of a device, in as many messages as it takes, and emits once it is applied. */
export function send$(connection: Connection, verb: string, request: DeviceRequest): Observable<Ack> {
  const messages = [...messagesOf(request)];
  return from(messages).pipe(
    concatMap(({ peers, ...device }, index) =>
      connection.execute$({
        type: WG_CMD_SET_DEVICE,
        layout: nest<WireguardDevice>(wireguardMessage),
        value: { ...device, ...(peers.length > 0 && { peers: peers as WireguardDevice["peers"] & {} }) },
        label: labelOf(verb, index, messages.length),
      }),
    ),
    takeLast(1),
  );
}

/** Changes a device; see {@link WireguardFamily.configure$}. */
export function configure$(connection: Connection, config: WireguardConfig): Observable<Ack> {
  return deferred(() => send$(connection, "configure", deviceRequest(config)));
}
