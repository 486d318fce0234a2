// Makes the pictures of `rxnl web` in docs/assets: in namespaces of their own, with traffic, in Chromium. Needs root.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { chromium } = createRequire(`${root}packages/web/package.json`)("playwright-core");
const INSIDE = "RXNL_PICTURES_INSIDE";
const VIEWPORT = { width: 1440, height: 900 };
/** The namespaces that are shown. */
const NAMESPACES = "router,internet,node-a,node-b,api,db,web,queue";
/** Time in which sparklines fill, in milliseconds. */
const WARM_MS = Number(process.env.WARM_MS ?? 45_000);
/** Who pings whom, with the bytes of a packet and the seconds between two. */
const TRAFFIC = [
  ["api", "10.42.2.10", 1400, 0.004],
  ["web", "10.42.1.11", 900, 0.01],
  ["queue", "198.51.100.7", 1200, 0.006],
  ["db", "10.42.2.10", 300, 0.05],
];

/** Runs this program again, where it may name namespaces and links. */
function enter() {
  const command = 'mount -t tmpfs none /run && ip link set lo up && exec "$0" "$@"';
  const args = ["--mount", "--net", "sh", "-c", command, process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync("unshare", args, { stdio: "inherit", env: { ...process.env, [INSIDE]: "1" } });
  process.exitCode = status ?? 1;
}

/** Encodes a picture as WebP, which Chromium can. */
async function webp(browser, png) {
  const page = await browser.newPage();
  const address = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), {
        width: image.width,
        height: image.height,
      });
      canvas.getContext("2d").drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.86);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await page.close();
  return Buffer.from(address.split(",")[1], "base64");
}

async function picture(browser, url, { name, theme, hash, before }) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    colorScheme: theme,
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  page.on("console", (message) => console.error(`${name}: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`${name}: ${error.stack}`));
  await page.goto(`${url}${hash ?? ""}`);
  await page.waitForSelector(".panel");
  await setTimeout(1500);
  await before?.(page);
  await setTimeout(700);
  const png = await page.screenshot();
  if (process.env.PNG_FOLDER) writeFileSync(`${process.env.PNG_FOLDER}/${name}.png`, png);
  const bytes = await webp(browser, png);
  writeFileSync(`${root}docs/assets/${name}.webp`, bytes);
  console.log(`${name}.webp: ${(bytes.length / 1000).toFixed(0)} kB`);
  await context.close();
}

const PICTURES = [
  { name: "web-dark", theme: "dark" },
  { name: "web-light", theme: "light", hash: "#link=node-a/3" },
];

async function main() {
  const ip = (command) => spawnSync("sh", ["-c", command], { stdio: "inherit" });
  ip(`${root}tools/web-topology.sh`);
  const server = spawn(
    process.execPath,
    [`${root}packages/rxnetlink/dist/bin/rxnl.js`, "web", "--netns", NAMESPACES, "--no-open"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [url] = await once(createInterface(server.stdout), "line");
  const pings = TRAFFIC.map(([from, to, size, every]) =>
    spawn("ip", ["netns", "exec", from, "ping", "-q", "-s", size, "-i", every, to], { stdio: "ignore" }),
  );
  await setTimeout(WARM_MS / 2);
  ip("ip -n db link set eth0 mtu 1400; ip -n queue address add 10.42.2.40/16 dev eth0");
  ip("ip -n node-b link set probe up; ip -n router route add 192.0.2.0/24 via 10.0.2.10");
  await setTimeout(WARM_MS / 2);
  ip(
    "ip -n node-a link set spare up; ip -n node-a neighbour add 10.0.1.77 lladdr 02:00:00:00:00:77 dev eth0",
  );
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    mkdirSync(`${root}docs/assets`, { recursive: true });
    for (const one of PICTURES) await picture(browser, url, one);
  } finally {
    await browser.close();
    for (const child of [...pings, server]) child.kill("SIGINT");
  }
}

if (process.env[INSIDE] === undefined) enter();
else await main();
