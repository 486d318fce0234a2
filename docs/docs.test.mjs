// The documentation is tested like code: the site is built, snippets are compiled, and programs whose output a page
// shows are run.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inflateSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSandbox, whyNoNamespaces } from "../packages/testing/dist/kernel.js";
import { blocks, diagnostics, home, pagesOf, read, root, runnables } from "./snippets.mjs";

/** The search engine of the site. */
const lunr = createRequire(realpathSync(join(root, "node_modules/typedoc/package.json")))("lunr");
/** Size in bytes of a page that a browser needs seconds to show. */
const LARGE = 300 * 1024;

const packages = readdirSync(join(root, "packages"));
const pages = [
  "README.md",
  ...pagesOf("docs"),
  ...pagesOf("docs/objects"),
  ...packages.map((name) => `packages/${name}/README.md`),
];

describe("the site", () => {
  const out = mkdtempSync(join(tmpdir(), "rxnetlink-site-"));
  let built;

  beforeAll(() => {
    const typedoc = join(root, "node_modules/typedoc/bin/typedoc");
    built = spawnSync(process.execPath, [typedoc, "--out", out], { cwd: root, encoding: "utf8" });
  }, 400_000);
  afterAll(() => rmSync(out, { recursive: true }));

  /** The text of a page. */
  function text(page) {
    const html = readFileSync(join(out, page), "utf8");
    const body = html.slice(html.indexOf("col-content"), html.indexOf("col-sidebar"));
    return body
      .replace(/<\/(p|h\d|li|div|section|tr)>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/&quot;/g, '"')
      .replace(/\n\s*/g, "\n");
  }

  it("is built without a warning", () => {
    expect(`${built.stdout}${built.stderr}`).not.toMatch(/warning|error/i);
    expect(built.status).toBe(0);
  });

  it("shows attributes with meaning and wire side", () => {
    expect(text("interfaces/_rxnetlink_route.index.Link.html")).toContain(
      "mtu?: number\nLargest packet, in bytes.\nIFLA_MTU (4): u32\nDefined in route/src/link/layout.ts:",
    );
  });

  it("shows members of a struct with meaning and wire side", () => {
    const link = text("interfaces/_rxnetlink_route.index.Link.html");
    expect(link).toMatch(/index: Ifindex\nInterface index.*\nifinfomsg: s32\n/);
    expect(text("interfaces/_rxnetlink_route.index.LinkStats64.html")).toContain(
      'rtnl_link_stats64: since("4.6", u64)',
    );
  });

  it("names layouts inside of others as the kernel does", () => {
    const link = text("interfaces/_rxnetlink_route.index.Link.html");
    expect(link).toContain("IFLA_LINKINFO (18): linkinfo-attrs");
    expect(link).toContain("IFLA_OPERSTATE (16): u8 IF_OPER_*");
    expect(text("interfaces/_rxnetlink_route.link-kinds.LinkData.html")).toContain(
      'kind "vxlan": linkinfo-vxlan-attrs',
    );
    expect(text("interfaces/_rxnetlink_route.link-kinds.Veth.html")).toContain("VETH_INFO_PEER (1): link");
  });

  it("keeps members that no layout declares", () => {
    expect(text("interfaces/_rxnetlink_route.index.Link.html")).toContain("unknown?: UnknownAttribute[]");
  });

  it("spells enumerations out and lists the names of flags", () => {
    const link = text("interfaces/_rxnetlink_route.index.Link.html");
    expect(link).toMatch(/linkmode\?:([\s|]*"(default|dormant|testing)"){3}[\s|]*number/);
    expect(text("variables/_rxnetlink_route.index.linkFlags.html")).toMatch(/up\s*0x1\s*Set up by/);
  });

  it("leaves out what only the compiler needs", () => {
    const link = text("interfaces/_rxnetlink_route.index.Link.html");
    expect(link).not.toContain("Infer");
    expect(link).not.toContain("NameOf");
    expect(text("variables/_rxnetlink_route.index.linkAttributes.html")).toContain(
      "linkAttributes: AttributeSet = ...",
    );
  });

  it("has no page that takes long to load", () => {
    const sizes = readdirSync(out, { recursive: true })
      .filter((name) => name.endsWith(".html"))
      .map((name) => [name, statSync(join(out, name)).size]);
    expect(sizes.length).toBeGreaterThan(1000);
    expect(sizes.filter(([, size]) => size > LARGE)).toEqual([]);
  });

  /** The first results of a search with several words, in the order of the site. */
  function found(query) {
    const packed = /"([^"]+)"/.exec(readFileSync(join(out, "assets/search.js"), "utf8"))[1];
    const { rows, index } = JSON.parse(inflateSync(Buffer.from(packed, "base64")));
    const words = query.split(" ").map((word) => `*${word}*`);
    return lunr.Index.load(index)
      .search(words.join(" "))
      .slice(0, 5)
      .map(({ ref }) => rows[ref].name);
  }

  it.each([
    ["default route", "Routes"],
    ["ip route", "Routes"],
    ["ip link add", "Links"],
    ["unshare", "Getting started"],
  ])("finds by %j the guide %j", (query, guide) => {
    expect(found(query)).toContain(guide);
  });

  it.each(["Getting_started", "Concepts", "Tracking_state", "Testing_your_network_code", "Performance"])(
    "holds the guide %s",
    (name) => {
      expect(existsSync(join(out, `documents/${name}.html`))).toBe(true);
    },
  );
});

describe("snippets", () => {
  it("compile, on all pages", () => {
    expect(diagnostics(pages)).toEqual([]);
  }, 400_000);

  const NODE = [process.execPath, "--input-type=module"];

  /** Runs the snippets of a page as one program, in its own network namespace. */
  function run(page, skip) {
    const reason = whyNoNamespaces();
    if (reason !== undefined) skip(reason);
    const [input] = runnables(page);
    return spawnSync("unshare", ["--net", ...NODE], { cwd: home, input, encoding: "utf8", timeout: 20_000 });
  }

  it("of the guide on testing are excerpts of the examples", () => {
    const excerpts = blocks("docs/testing.md", "typescript");
    const files = ["uplink.ts", "testing-with-vitest.test.ts", "record-uplink.ts"];
    const sources = files.map((file) => read(`examples/${file}`));
    expect(excerpts.filter((excerpt) => !sources.some((source) => source.includes(excerpt)))).toEqual([]);
    expect(sources.filter((source) => !excerpts.some((excerpt) => source.includes(excerpt)))).toEqual([]);
  });

  describe("of README.md", () => {
    const [watching, changing, waiting] = runnables("README.md");
    const [changes, refusal, condition] = blocks("README.md", "text");
    let sandbox;
    beforeEach(async ({ skip }) => {
      const reason = whyNoNamespaces();
      if (reason !== undefined) skip(reason);
      sandbox = await openSandbox();
    });
    afterEach(() => sandbox?.close());

    /** Starts a program in the sandbox. */
    function start(program) {
      const args = [`--net=${sandbox.namespace.path}`, ...NODE];
      const child = spawn("nsenter", args, { cwd: home, stdio: ["pipe", "pipe", "inherit"] });
      child.stdin.end(program);
      return child;
    }

    /** The output of a program that ends on its own. */
    async function output(program) {
      const child = start(program);
      const ended = once(child, "exit");
      const text = (await child.stdout.toArray()).join("");
      expect(await ended).toEqual([0, null]);
      return text;
    }

    it("has three programs of at most eight lines", () => {
      const programs = blocks("README.md", "ts");
      expect(programs).toHaveLength(3);
      for (const program of programs) expect(program.trim().split("\n").length).toBeLessThanOrEqual(8);
    });

    it("watch what the commands beside it do", async () => {
      const [commands] = blocks("README.md", "sh");
      const expected = changes.trim().split("\n");
      const child = start(watching);
      const ended = once(child, "exit");
      const lines = [];
      for await (const line of createInterface(child.stdout)) {
        if (lines.push(line) === 1) sandbox.run(commands);
        if (lines.length === expected.length) break;
      }
      expect(lines).toEqual(expected);
      child.kill();
      await ended;
    });

    it("print the error that the kernel's refusal leads to", async ({ skip }) => {
      const text = await output(changing);
      if (text.includes("EOPNOTSUPP")) skip("this kernel has no vxlan");
      expect(text).toBe(refusal);
    });

    it("wait until the link is up", async () => {
      sandbox.run("ip link set lo up");
      expect(await output(waiting)).toBe(condition);
    });
  });

  it("of the guide on state run to their end", ({ skip }) => {
    const { status, stdout, stderr } = run("docs/state.md", skip);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain("lo to be up");
  });

  it("of the guide for beginners run to their end and print what it says", ({ skip }) => {
    const page = "docs/getting-started.md";
    const { status, stdout, stderr } = run(page, skip);
    if (stderr.includes("EOPNOTSUPP")) skip("this kernel has no vxlan");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain(blocks(page, "text")[0]);
  });
});

describe("CONTRIBUTING.md", () => {
  it("names files that exist", () => {
    const paths = [...read("CONTRIBUTING.md").matchAll(/`((?:packages|docs)\/[\w./-]+)`/g)].map(
      (match) => match[1],
    );
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !path.startsWith("docs/site") && !existsSync(join(root, path)))).toEqual(
      [],
    );
  });
});
