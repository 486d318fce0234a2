import { DecodeError } from "@rxnetlink/core";
import type { WgPeer, WireguardDevice } from "./layout.js";

//  The kernel spreads a device over several messages. What is about the device itself is in the first; a peer whose allowed IPs
//  do not fit continues in the next with its public key and the rest of them.

/** Joins the next part of a device to those before, which it modifies. */
export function joinedDevice(device: WireguardDevice, { peers = [] }: WireguardDevice): WireguardDevice {
  device.peers ??= [];
  for (const peer of peers) {
    const last = device.peers.at(-1);
    if (last === undefined || last.publicKey !== peer.publicKey) device.peers.push(peer);
    else last.allowedips = [...(last.allowedips ?? []), ...(peer.allowedips ?? [])];
  }
  return device;
}

/** Checks that a list advances: some kernels have repeated a peer endlessly, without any of its allowed IPs. */
export class Progress {
  #last: WgPeer | undefined;

  /** @throws DecodeError if a message continues a peer with nothing. */
  check({ peers = [] }: WireguardDevice): void {
    const [first] = peers;
    if (first !== undefined && first.publicKey === this.#last?.publicKey && !first.allowedips?.length)
      throw new DecodeError("the list of peers does not advance: the kernel repeats one without allowed IPs");
    this.#last = peers.at(-1) ?? this.#last;
  }
}
