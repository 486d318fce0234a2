import { inspect } from "node:util";
import { EncodeError } from "@rxnetlink/core";
import { describe, expect, test } from "vitest";
import { generateKeyPair, generatePresharedKey, publicKeyOf } from "#src/wireguard/keys/generate.js";
import { wireguardSecret } from "#src/wireguard/keys/secret.js";

/** The keys of Alice in RFC 7748, section 6.1. */
const PRIVATE = "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=";
const PUBLIC = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

describe("keys", () => {
  test("give the public keys of RFC 7748", () => {
    expect(publicKeyOf(PRIVATE)).toBe(PUBLIC);
    expect(publicKeyOf(Buffer.from(PRIVATE, "base64"))).toBe(PUBLIC);
  });

  test("are made in pairs, none twice", () => {
    const [one, other] = [generateKeyPair(), generateKeyPair()];
    expect(publicKeyOf(one.privateKey)).toBe(one.publicKey);
    expect(one.publicKey).not.toBe(other.publicKey);
    expect(generatePresharedKey().reveal()).toHaveLength(44);
  });

  test("are not shown", () => {
    const secret = wireguardSecret(PRIVATE);
    const device = { ifname: "wg0", privateKey: secret, peers: [{ presharedKey: secret }] };
    for (const text of [
      inspect(secret),
      inspect(device, { depth: 9 }),
      inspect(new Error("x", { cause: device }), { depth: 9 }),
      `${secret}`,
      JSON.stringify(device),
      secret.toLocaleString(),
      secret.join(","),
    ]) {
      expect(text).toContain("(hidden)");
      expect(text).not.toContain("dwdt");
      expect(text).not.toContain("119");
    }
  });

  test("are bytes, and tell their text to those who ask", () => {
    const secret = wireguardSecret(PRIVATE);
    expect(secret).toBeInstanceOf(Uint8Array);
    expect([...secret]).toEqual([...Buffer.from(PRIVATE, "base64")]);
    expect(secret.reveal()).toBe(PRIVATE);
  });

  test.each([
    ["too short", PRIVATE.slice(1)],
    ["no base64", "-".repeat(44)],
    ["of bits that no key has", `${"A".repeat(42)}B=`],
    ["31 bytes", new Uint8Array(31)],
    ["a number", 5 as never],
  ])("refuse what is %s, without showing it", (_, key) => {
    const error = (() => {
      try {
        return wireguardSecret(key);
      } catch (it) {
        return it;
      }
    })();
    expect(error).toBeInstanceOf(EncodeError);
    expect((error as Error).message).not.toContain(String(key));
  });
});
