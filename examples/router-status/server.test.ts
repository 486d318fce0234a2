// The server over a kernel in memory.

import { request } from "node:http";
import { fakeKernel } from "@rxnetlink/fake-route";
import { firstValueFrom, Subscription, shareReplay, throwError } from "rxjs";
import { ClosedError, rtnetlink } from "rxnetlink";
import type { Netfilter } from "rxnetlink/netfilter";
import { done } from "rxnetlink/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve$ } from "./server.js";
import { status$ } from "./sources.js";
import type { RouterStatus } from "./status.js";

/** A machine without nftables. */
const without = { nftables: { ruleset$: () => throwError(() => new ClosedError("nftables")) } };
let url: URL;
const serving = new Subscription();

beforeAll(async () => {
  const nl = rtnetlink({ transport: fakeKernel({ links: [{ ifname: "eth0" }] }).transport });
  await done(nl.link.change$({ ifname: "eth0", flags: { up: true } }));
  await done(nl.address.add$({ index: "eth0", local: "192.0.2.1/24" }));
  await done(nl.route.add$({ dst: "default", family: "inet", gateway: "192.0.2.254" }));
  await done(nl.neighbour.add$({ ndmIfindex: "eth0", dst: "192.0.2.254", lladdr: "02:00:00:00:00:09" }));
  const latest$ = status$(nl, without as unknown as Netfilter, 10).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  serving.add(latest$.subscribe());
  serving.add(() => nl.close());
  url = new URL(
    await new Promise<string>((resolve, error) => {
      serving.add(serve$(latest$, 0).subscribe({ next: resolve, error }));
    }),
  );
});
afterAll(() => serving.unsubscribe());

/** Sends a request, with whatever header; browsers do not let programs set a host. */
const ask = (path: string, { method = "GET", host = url.host } = {}) =>
  new Promise<{ status: number | undefined; headers: object; body: string }>((resolve, error) => {
    request(new URL(path, url), { method, headers: { host } }, async (response) => {
      const body = (await response.setEncoding("utf8").toArray()).join("");
      resolve({ status: response.statusCode, headers: response.headers, body });
    })
      .on("error", error)
      .end();
  });

test("the status is JSON", async () => {
  const { status, body } = await ask("/status.json");
  expect(status).toBe(200);
  const { links, routes, neighbours, counters } = JSON.parse(body) as RouterStatus;
  expect(links).toContainEqual({
    link: "eth0",
    state: "up",
    addresses: ["192.0.2.1/24"],
    received: 0,
    sent: 0,
  });
  expect(routes).toContainEqual({ to: "default", via: "192.0.2.254 on eth0", metric: 0, protocol: "static" });
  expect(neighbours).toEqual([
    { address: "192.0.2.254", hardware: "02:00:00:00:00:09", link: "eth0", state: "permanent" },
  ]);
  expect(counters).toMatch(/closed/);
});

test("the status is a page that runs no script and is not kept", async () => {
  const { status, headers, body } = await ask("/");
  expect(status).toBe(200);
  expect(body).toContain("<td>192.0.2.254 on eth0</td>");
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'$/),
    "cache-control": "no-store",
  });
});

test.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "localhost:1"])(
  "a page of %j does not get it",
  async (host) => {
    expect(await ask("/status.json", { host })).toMatchObject({
      status: 403,
      body: expect.not.stringContaining("eth0"),
    });
  },
);

test.each([
  ["POST", "/", 405],
  ["GET", "/../etc/passwd", 404],
  ["GET", "/status.json?x", 404],
])("%s %s is refused by %d", async (method, path, status) => {
  expect((await ask(path, { method })).status).toBe(status);
});

test("a port that is taken is an error", async () => {
  await expect(
    firstValueFrom(
      serve$(
        throwError(() => new Error()),
        Number(url.port),
      ),
    ),
  ).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
