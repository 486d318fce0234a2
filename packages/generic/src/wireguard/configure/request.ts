import { EncodeError } from "@rxnetlink/core";
import { deviceKey } from "../device/device.js";
import { parseEndpoint } from "../device/endpoint-text.js";
import { type WgPeer, type WireguardDevice, wgdeviceFlags, wgpeerFlags } from "../device/layout.js";
import { type WireguardSecret, wireguardSecret } from "../keys/secret.js";
import { WG_KEY_LEN } from "../keys/text.js";
import { checkPeers } from "./checks.js";
import type { WireguardConfig, WireguardKeyInput, WireguardPeerConfig } from "./config.js";
import { at, each, given } from "./places.js";
import type { DeviceRequest, PeerRequest } from "./wire.js";

/** Returns a key as requests hold it, which errors do not show: all zeros remove it. */
const keyOf = (key: WireguardKeyInput): WireguardSecret => wireguardSecret(key ?? new Uint8Array(WG_KEY_LEN));

function peerRequest(peer: WireguardPeerConfig): PeerRequest {
  const { publicKey, presharedKey, endpoint, removeMe, replaceAllowedips, updateOnly, ...rest } = given(
    peer,
    "peer",
  );
  if (publicKey === undefined) throw new EncodeError("is missing").at("publicKey");
  const flags = wgpeerFlags.bits;
  const asked =
    (removeMe ? flags.removeMe : 0) |
    (replaceAllowedips ? flags.replaceAllowedips : 0) |
    (updateOnly ? flags.updateOnly : 0);
  return {
    ...(rest as Partial<WgPeer>),
    publicKey,
    ...(presharedKey !== undefined && { presharedKey: at("presharedKey", () => keyOf(presharedKey)) }),
    ...(asked !== 0 && { flags: asked }),
    ...(endpoint !== undefined && {
      endpoint: at("endpoint", () => (typeof endpoint === "string" ? parseEndpoint(endpoint) : endpoint)),
    }),
  };
}

/**
 * Returns the request for a change of a device.
 *
 * @throws EncodeError for what the kernel would refuse, or ignore silently.
 */
export function deviceRequest(config: WireguardConfig): DeviceRequest {
  const { ifindex, ifname, privateKey, peers = [], replacePeers, ...rest } = given(config, "device");
  const device = deviceKey({ ifindex, ifname }) as Partial<WireguardDevice>;
  if (Object.keys(device).length === 0)
    throw new EncodeError("it names no device", { hint: "give ifname or ifindex" });
  const secret = privateKey === undefined ? undefined : at("privateKey", () => keyOf(privateKey));
  const requests = at("peers", () => each(peers, peerRequest));
  at("peers", () => checkPeers(requests, privateKey === null ? undefined : secret));
  return {
    ...(rest as Partial<WireguardDevice>),
    ...device,
    ...(replacePeers && { flags: wgdeviceFlags.bits.replacePeers }),
    ...(secret !== undefined && { privateKey: secret }),
    peers: requests,
  };
}
