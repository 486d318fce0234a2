import { ArgumentError } from "@rxnetlink/core";
import { describe, expect, test } from "vitest";
import { wireguardConfigText } from "#src/wireguard/text/format.js";
import { parseWireguardConfig } from "#src/wireguard/text/parse.js";

const PRIVATE = "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=";
const PUBLIC = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";
const OTHER = "3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08=";

const FILE = `
# of a laptop
[interface]
Address = 10.9.0.1/24, fd00::1/64
address=10.9.1.1/24
PrivateKey = ${PRIVATE}
ListenPort = 51820
FwMark = 0x10
DNS = 192.0.2.53
PostUp = iptables -A FORWARD -i %i -j ACCEPT
PostUp = true

[Peer]
PublicKey = ${PUBLIC} # the server
PresharedKey = ${PRIVATE}
AllowedIPs = 10.9.0.2/24, fd00::2
AllowedIPs = 0.0.0.0/0
Endpoint = vpn.example.org:51820
PersistentKeepalive = off

[Peer]
PublicKey = ${OTHER}
AllowedIPs =
Endpoint = [2001:db8::1]:51821
PersistentKeepalive = 25
`;

describe("a configuration file", () => {
  const { config, quick } = parseWireguardConfig(FILE);

  test("is read as wg setconf does", () => {
    const { privateKey, ...rest } = config;
    expect(privateKey).toEqual(Uint8Array.from(Buffer.from(PRIVATE, "base64")));
    expect(rest).toEqual({
      listenPort: 51820,
      fwmark: 16,
      replacePeers: true,
      peers: [
        {
          publicKey: PUBLIC,
          presharedKey: expect.any(Uint8Array),
          replaceAllowedips: true,
          allowedips: ["10.9.0.0/24", "fd00::2/128", "0.0.0.0/0"],
          endpoint: "vpn.example.org:51820",
          persistentKeepaliveInterval: 0,
        },
        {
          publicKey: OTHER,
          replaceAllowedips: true,
          allowedips: [],
          endpoint: "[2001:db8::1]:51821",
          persistentKeepaliveInterval: 25,
        },
      ],
    });
  });

  test("keeps the lines of wg-quick apart", () => {
    expect(quick).toEqual({
      address: ["10.9.0.1/24", "fd00::1/64", "10.9.1.1/24"],
      dns: ["192.0.2.53"],
      postup: ["iptables -A FORWARD -i %i -j ACCEPT", "true"],
    });
  });

  test("is written as wg showconf does, and read again", () => {
    const text = wireguardConfigText(config);
    expect(text).toBe(`[Interface]
ListenPort = 51820
FwMark = 0x10
PrivateKey = ${PRIVATE}

[Peer]
PublicKey = ${PUBLIC}
PresharedKey = ${PRIVATE}
AllowedIPs = 10.9.0.0/24, fd00::2/128, 0.0.0.0/0
Endpoint = vpn.example.org:51820

[Peer]
PublicKey = ${OTHER}
Endpoint = [2001:db8::1]:51821
PersistentKeepalive = 25
`);
    expect(wireguardConfigText(parseWireguardConfig(text).config)).toBe(text);
  });

  test.each([
    ["an unknown key", "[Interface]\nNope = 1", "line 2: nope is not known in this section"],
    [
      "a key of the other section",
      "[Peer]\nListenPort = 1",
      "line 2: listenport is not known in this section",
    ],
    ["no section", "ListenPort = 1", "line 1: stands before [Interface] and [Peer]"],
    ["no line", "[Interface]\nhello", "line 2: is neither [Interface], [Peer] nor Key = Value"],
    ["a port", "[Interface]\nListenPort = 70000", "line 2: listenport is not off or a number up to 65535"],
    ["an allowed IP", "[Peer]\nAllowedIPs = 10.0.0.0/33", "line 2: allowedips [0]: is not an IP address"],
    ["a key", `[Interface]\nPrivateKey = ${PRIVATE}x`, "line 2: privatekey is no key"],
  ])("is refused for %s, with the line", (_, text, message) => {
    let error: unknown;
    try {
      parseWireguardConfig(text);
    } catch (it) {
      error = it;
    }
    expect(error).toBeInstanceOf(ArgumentError);
    expect((error as Error).message).toContain(message.replace("[0]: ", ""));
    expect((error as Error).message).not.toContain(PRIVATE);
  });
});
