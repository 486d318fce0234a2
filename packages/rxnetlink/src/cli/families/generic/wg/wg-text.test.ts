import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wireguardSecret } from "@rxnetlink/generic/wireguard";
import { afterAll, describe, expect, test } from "vitest";
import { configOf } from "#src/cli/families/generic/wg/set-words.js";
import { agoText, bytesText, deviceLines } from "#src/cli/families/generic/wg/show-text.js";
import { UsageError } from "#src/cli/input/usage-error.js";

const KEY = "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=";
const PUBLIC = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

describe("the text of rxnl wg", () => {
  test.each([
    [0n, "0 B"],
    [1023n, "1023 B"],
    [1536n, "1.50 KiB"],
    [5n * 2n ** 30n, "5.00 GiB"],
  ])("counts %d bytes as %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));

  test.each([
    [0, "now"],
    [1, "1 second ago"],
    [63, "1 minute, 3 seconds ago"],
    [90_000, "1 day, 1 hour ago"],
  ])("says %d s as %s", (seconds, text) =>
    expect(agoText(1_000_000_000_000n, (1000 + seconds) * 1000)).toBe(text),
  );

  test("shows keys only if asked", () => {
    const device = {
      ifname: "wg0",
      privateKey: wireguardSecret(KEY),
      publicKey: PUBLIC,
      listenPort: 51820,
      peers: [{ publicKey: PUBLIC, presharedKey: wireguardSecret(KEY), allowedips: ["10.0.0.0/8", "::/0"] }],
    };
    expect(deviceLines(device, false)).toEqual([
      "interface: wg0",
      `  public key: ${PUBLIC}`,
      "  private key: (hidden)",
      "  listening port: 51820",
      "",
      `peer: ${PUBLIC}`,
      "  preshared key: (hidden)",
      "  allowed ips: 10.0.0.0/8, ::/0",
    ]);
    expect(deviceLines(device, true).filter((line) => line.includes(KEY))).toHaveLength(2);
  });
});

describe("the words of rxnl wg set", () => {
  const folder = mkdtempSync(join(tmpdir(), "rxnl-wg-"));
  const file = join(folder, "key");
  writeFileSync(file, `${KEY}\n`);
  afterAll(() => rmSync(folder, { recursive: true }));
  const words = (text: string) => configOf("wg0", text.split(" "));

  test("are those of wg", () => {
    const all = `listen-port 5 fwmark 0x10 private-key ${file} peer A remove peer B preshared-key /dev/null endpoint 192.0.2.1:5 persistent-keepalive off allowed-ips 10.0.0.0/8,::/0`;
    expect(words(all)).toEqual({
      ifname: "wg0",
      listenPort: 5,
      fwmark: 16,
      privateKey: wireguardSecret(KEY),
      peers: [
        { publicKey: "A", removeMe: true },
        {
          publicKey: "B",
          presharedKey: null,
          endpoint: "192.0.2.1:5",
          persistentKeepaliveInterval: 0,
          allowedips: ["10.0.0.0/8", "::/0"],
          replaceAllowedips: true,
        },
      ],
    });
    expect(words("peer A allowed-ips +10.0.0.0/8,-::/0").peers).toEqual([
      { publicKey: "A", allowedips: ["10.0.0.0/8", "-::/0"], replaceAllowedips: false },
    ]);
  });

  test.each([
    ["nope 1", "nope is none of listen-port, fwmark, private-key, peer"],
    ["listen-port", "listen-port needs a value"],
    ["fwmark x", "x is neither off nor a number"],
    [
      "peer A nope",
      "nope is none of remove, preshared-key, endpoint, persistent-keepalive, allowed-ips, peer",
    ],
  ])("%s is refused", (text, message) => {
    expect(() => words(text)).toThrow(new UsageError(message));
  });
});
