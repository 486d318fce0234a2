// What other pages, other programs and other machines may try.
import { fakeKernel } from "@rxnetlink/fake-route";
import { type ServedPage, servePage } from "@rxnetlink/web";
import { NEVER, startWith } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./support/asked.js";

let page: ServedPage;
let cookie: string;
beforeAll(async () => {
  const places$ = NEVER.pipe(startWith({ type: "added", place: { name: "fake" } } as const));
  page = await servePage({ transport: fakeKernel({ links: [{ ifname: "eth0" }] }).transport, places$ });
  cookie = (await get(path())).headers["set-cookie"]!.split(";")[0]!;
});
afterAll(() => page?.close());

const path = () => page.url.slice(page.url.indexOf("/", 8));
const host = () => `Host: 127.0.0.1:${page.port}`;
const get = (target: string, ...more: string[]) =>
  ask(page.port, [`GET ${target} HTTP/1.1`, host(), ...more]);
/** A request of the page itself. */
const own = (target: string, ...more: string[]) => get(target, `Cookie: ${cookie}`, ...more);

describe("the key", () => {
  it("is exchanged for a cookie that scripts and other sites cannot use, and leaves the address", async () => {
    const { status, headers } = await get(path());
    expect(status).toBe(303);
    expect(headers.location).toBe("/");
    expect(headers["set-cookie"]).toMatch(/^rxnl-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(headers["set-cookie"]).not.toContain(new URL(page.url).searchParams.get("token"));
  });

  it.each([
    ["no key", "/"],
    ["an empty key", "/?token="],
    ["a wrong key", `/?token=${"A".repeat(43)}`],
    ["a key where none is exchanged", "/api/stream?token=KEY"],
  ])("is needed: %s", async (_, target) => {
    const key = new URL(page.url).searchParams.get("token")!;
    const { status, headers, body } = await get(target.replace("KEY", key));
    expect(status).toBe(403);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(body).not.toContain("eth0");
  });

  it.each(["", "rxnl-1=x", "PORT=wrong", "PORT="])("is not replaced by the cookie %j", async (given) => {
    const sent = given.replace("PORT", `rxnl-${page.port}`);
    expect((await get("/api/details?namespace=fake", `Cookie: ${sent}`)).status).toBe(403);
  });

  it("opens the page and what it asks for", async () => {
    expect((await own("/")).body).toContain("<title>rxnl</title>");
    expect(JSON.parse((await own("/api/details?namespace=fake")).body)).toMatchObject([
      { title: "Routes" },
      {},
      {},
    ]);
    expect((await own("/api/at?time=nonsense")).status).toBe(400);
  });
});

describe("requests that are refused, even with the cookie", () => {
  it.each([
    ["a name that was made to lead here", "Host: evil.example:PORT", 421],
    ["the address with another port", "Host: 127.0.0.1:1", 421],
    ["the address without a port", "Host: 127.0.0.1", 421],
    ["a name that ends like ours", "Host: localhost:PORT.evil.example", 421],
    ["an empty name", "Host: ", 421],
  ])("for %s", async (_, line, status) => {
    const given = line.replace("PORT", String(page.port));
    const replied = await ask(page.port, [
      "GET /api/details?namespace=fake HTTP/1.1",
      given,
      `Cookie: ${cookie}`,
    ]);
    expect([status, 400]).toContain(replied.status);
    expect(replied.body).not.toContain("Routes");
  });

  it.each([
    "Origin: https://evil.example",
    "Origin: null",
    "Origin: http://127.0.0.1:1",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
  ])("of other pages: %s", async (line) => {
    for (const target of ["/", "/api/stream", "/api/details?namespace=fake", path()]) {
      const { status, headers } = await own(target, line);
      expect(status).toBe(403);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"])("by %s", async (method) => {
    const { status, headers } = await ask(page.port, [`${method} / HTTP/1.1`, host(), `Cookie: ${cookie}`]);
    expect(status).toBe(405);
    expect(headers.allow).toBe("GET");
  });

  it("to leave HTTP for a WebSocket", async () => {
    const key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
    for (const target of ["/", "/api/stream"]) {
      const upgrade = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", key];
      const lines = [
        `GET ${target} HTTP/1.1`,
        host(),
        `Cookie: ${cookie}`,
        ...upgrade,
        "Connection: Upgrade",
      ];
      expect((await ask(page.port, lines)).status).toBe(400);
    }
  });

  it.each([
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/....//package.json",
    "/page.js/../../index.js",
    "/%00",
    "//etc/passwd",
    "/index.html",
    "/constructor",
  ])("for other files: %s", async (target) => {
    const { status, body } = await own(target);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/rxnetlink|root:/);
  });

  it.each([
    "/?token=x%0d%0aSet-Cookie:%20a=b",
    "/%0d%0aSet-Cookie:%20a=b",
    "/api/details?namespace=%0d%0aSet-Cookie:%20a=b",
    "/api/at?time=%0d%0aSet-Cookie:%20a=b",
  ])("to add headers: %s", async (target) => {
    for (const replied of [await own(target), await get(target)])
      expect(replied.headers["set-cookie"]).toBeUndefined();
  });
});

describe("every response", () => {
  it.each([
    ["/", 200],
    ["/page.js", 200],
    ["/api/details?namespace=fake", 200],
    ["/nothing", 404],
  ])("forbids what the page does not need: %s", async (target, expected) => {
    const { status, headers } = await own(target);
    expect(status).toBe(expected);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  });

  it("does so even if it is a refusal", async () => {
    const { headers } = await get("/");
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});
