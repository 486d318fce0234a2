import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { isBytes, isRecord } from "@rxnetlink/core/internal";
import type { Ifindex } from "@rxnetlink/core/schema";
import { secretBytes } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import { flat } from "../family/flat.js";
import {
  OVPN_CMD_KEY_DEL,
  OVPN_CMD_KEY_GET,
  OVPN_CMD_KEY_NEW,
  OVPN_CMD_KEY_SWAP,
  OVPN_CMD_KEY_SWAP_NTF,
} from "./commands.js";
import { type OvpnKeyconf, type OvpnKeydir, ovpnKeyconfAttributes, ovpnMessage } from "./layout.js";
import { ovpnGroups } from "./peer.js";

/** A key of a peer, and the link that it belongs to. */
export interface OvpnKey extends OvpnKeyconf {
  /** Index of the link. */
  ifindex?: Ifindex;
}

/** Layout of messages about keys. */
const keyMessage = flat<OvpnKey>("ovpnKey", ovpnMessage, {
  "": ["ifindex"],
  keyconf: ovpnKeyconfAttributes.keys!(),
});

/** Hides the parts of a key from errors, which hold the request. */
function hiddenDir(dir: OvpnKeydir): OvpnKeydir {
  if (!isRecord(dir)) return dir;
  const hide = ([key, bytes]: [string, unknown]) => [key, isBytes(bytes) ? secretBytes(bytes) : bytes];
  return Object.fromEntries(Object.entries(dir).map(hide));
}

function hidden({ encryptDir, decryptDir, ...key }: Partial<OvpnKey>): Partial<OvpnKey> {
  return {
    ...key,
    ...(encryptDir !== undefined && { encryptDir: hiddenDir(encryptDir) }),
    ...(decryptDir !== undefined && { decryptDir: hiddenDir(decryptDir) }),
  };
}

/** Messages of keys (`OVPN_CMD_KEY_*`). The kernel reports no more of a key than its number and its cipher. */
export const ovpnKeyObject = defineObject({
  name: "ovpnKey",
  namedBy: ["ifindex", "peerId", "slot"],
  layout: keyMessage,
  types: { new: OVPN_CMD_KEY_NEW, delete: OVPN_CMD_KEY_DEL, get: OVPN_CMD_KEY_GET },
  groups: [],
  verbs: ["get", "add", "delete"],
  filters: [],
  complete: hidden,
  keysOf: (key) => [pick(key, "ifindex", "peerId", "slot")],
});

/** Verbs of keys. */
export interface OvpnKeys extends ObjectOf<typeof ovpnKeyObject> {
  /** Makes the secondary key of a peer the primary one, and the other way round. */
  swap$(key: Pick<OvpnKey, "ifindex" | "peerId">): Observable<Ack>;
}

/** Returns the verbs of keys over a connection. */
export function ovpnKeysOf(connection: Connection): OvpnKeys {
  return extendObject(bindObject(connection, ovpnKeyObject), {
    swap$: (key: Pick<OvpnKey, "ifindex" | "peerId">) =>
      defer(() =>
        connection.execute$({
          type: OVPN_CMD_KEY_SWAP,
          layout: keyMessage,
          value: { ...key },
          label: { object: "ovpnKey", verb: "swap", namedBy: ["ifindex", "peerId"] },
        }),
      ),
  });
}

/** Reports of keys that are used up: it is time for {@link OvpnKeys.swap$}. */
export const ovpnKeyEventObject = defineObject({
  name: "ovpnKeyEvent",
  layout: keyMessage,
  types: { new: OVPN_CMD_KEY_SWAP_NTF },
  groups: [ovpnGroups.peers],
  verbs: ["notify"],
  filters: [],
});
/** Reports of keys. */
export interface OvpnKeyEvents extends ObjectOf<typeof ovpnKeyEventObject> {}
