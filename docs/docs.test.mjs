// The documentation is tested like code: the site is built, snippets are compiled, and programs whose output a page
// shows are run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whyNoNamespaces } from "../packages/testing/dist/kernel.js";
import { misfits, whyNoBrowser } from "./layout.mjs";
import { checkProgram } from "./run-program.mjs";
import { blocks, diagnostics, home, pagesOf, read, root, runnables } from "./snippets.mjs";

/** The search engine of the site. */
const lunr = createRequire(realpathSync(join(root, "node_modules/typedoc/package.json")))("lunr");
/** Size in bytes of a page that a browser needs seconds to show. */
const LARGE = 400 * 1024;
/** Pages of messages that have all attributes of nl80211, of which there are 365. */
const WITH_ALL = /nl80211\.Wifi(Any|Other)?(Event|Message)\.html$/;

const packages = readdirSync(join(root, "packages"));
const folders = readdirSync(join(root, "docs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "site")
  .map(({ name }) => `docs/${name}`);
const pages = [
  "README.md",
  ...["docs", ...folders].flatMap(pagesOf),
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
      "rtnl_link_stats64: u64 since Linux 4.6",
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

  it("lists the wire format of a type in a table, with the first kernel", () => {
    const link = text("interfaces/_rxnetlink_route.index.Link.html");
    expect(link).toContain("memberon the wirenumbertypesince\n");
    expect(link).toContain("mtuIFLA_MTU4u32\n");
    expect(link).toContain("familyifinfomsgu8 AF_*\n");
    const stats = text("interfaces/_rxnetlink_route.index.LinkStats64.html");
    expect(stats).toContain("rxNohandlerrtnl_link_stats64u644.6\n");
  });

  it("lists the messages and groups of an object with their numbers", () => {
    const object = text("variables/_rxnetlink_route.index.linkObject.html");
    expect(object).toContain("\nnew\nRTM_NEWLINK\n16\n");
    expect(object).toContain("\ngroup\nRTNLGRP_LINK\n1\n");
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
      .filter((name) => name.endsWith(".html") && !WITH_ALL.test(name))
      .map((name) => [name, statSync(join(out, name)).size]);
    expect(sizes.length).toBeGreaterThan(1000);
    expect(sizes.filter(([, size]) => size > LARGE)).toEqual([]);
  });

  /** What a script of the site holds, which is packed. */
  function unpacked(script) {
    const packed = /"([^"]+)"/.exec(readFileSync(join(out, `assets/${script}`), "utf8"))[1];
    return JSON.parse(inflateSync(Buffer.from(packed, "base64")));
  }

  it("lists its pages by section and category, each once, and the API", () => {
    const paths = ({ path, children = [] }) => [path, ...children.flatMap(paths)].filter(Boolean);
    const sections = unpacked("navigation.js");
    const titles = sections.map(({ text }) => text);
    expect(titles).toEqual(expect.arrayContaining(["Guides", "Objects", "API"]));
    expect(titles.at(-1)).toBe("API");
    const listed = sections.slice(0, -1).flatMap(paths);
    expect(listed.sort()).toEqual(readdirSync(join(out, "documents")).map((name) => `documents/${name}`));
    const objects = sections.find(({ text }) => text === "Objects");
    expect(objects.children.every(({ children }) => children?.length > 1)).toBe(true);
  });

  /** The guides of the site, and its front page. */
  const guides = () => [
    "index.html",
    ...readdirSync(join(out, "documents")).map((name) => `documents/${name}`),
  ];

  it("fits into windows of all widths", async ({ skip }) => {
    if (whyNoBrowser !== undefined) skip(whyNoBrowser);
    const modules = readdirSync(join(out, "modules")).map((name) => `modules/${name}`);
    const link = "interfaces/_rxnetlink_route.index.Link.html";
    expect(await misfits(out, [...guides(), ...modules.slice(0, 20), link])).toEqual([]);
  }, 900_000);

  it("has drawings whose colours follow the theme of the site", () => {
    const page = readFileSync(join(out, "documents/How_it_works.html"), "utf8");
    expect(page).toContain('<svg id="drawing-pump" aria-label="Your thread');
    expect(page).not.toContain("pump.svg");
  });

  /** The addresses in a page of the site that lead to no page, or to no place in it. */
  function broken(page) {
    const html = readFileSync(join(out, page), "utf8");
    const links = [...html.matchAll(/<(?:a|img)[^>]* (?:href|src)="([^"]+)"/g)].map((match) => match[1]);
    return links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [path, anchor] = link.split("#").map(decodeURIComponent);
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(out, target))) return true;
      return Boolean(anchor) && !readFileSync(join(out, target), "utf8").includes(`id="${anchor}"`);
    });
  }

  it("has no link in a guide that leads nowhere", () => {
    expect(guides().flatMap((page) => broken(page).map((link) => [page, link]))).toEqual([]);
  });

  /** The first results of a search with several words, in the order of the site. */
  function found(query) {
    const { rows, index } = unpacked("search.js");
    const words = query.split(" ").map((word) => `*${word}*`);
    return lunr.Index.load(index)
      .search(words.join(" "))
      .slice(0, 3)
      .map(({ ref }) => rows[ref].name);
  }

  it.each([
    ["default route", "Routes"],
    ["ip route", "Routes"],
    ["ip link add", "Links"],
    ["unshare", "Namespaces and privileges"],
    ["vlan", "Bridge VLANs"],
    ["ENOBUFS", "Errors"],
    ["watch route changes", "Watching"],
    ["wireguard peer", "WireGuard"],
    ["nft rule", "Rules of nftables"],
    ["kill connection", "Sockets"],
    ["veth", "Link kinds"],
    ["arp", "Neighbours"],
    ["traffic shaping", "Queueing disciplines"],
    ["permission denied", "Errors"],
  ])("finds by %j the guide %j", (query, guide) => {
    expect(found(query)).toContain(guide);
  });
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
    return spawnSync("unshare", ["--net", ...NODE], { cwd: home, input, encoding: "utf8", timeout: 100_000 });
  }

  it("of the guide on testing are excerpts of the examples", () => {
    const excerpts = blocks("docs/testing.md", "typescript");
    const files = ["uplink.ts", "testing-with-vitest.test.ts", "record-uplink.ts"];
    const sources = files.map((file) => read(`examples/testing/${file}`));
    expect(excerpts.filter((excerpt) => !sources.some((source) => source.includes(excerpt)))).toEqual([]);
    expect(sources.filter((source) => !excerpts.some((excerpt) => source.includes(excerpt)))).toEqual([]);
  });

  it("of the front page of the site are the first of README.md", () => {
    for (const language of ["ts", "text"])
      expect(blocks("docs/start.md", language)).toEqual([blocks("README.md", language)[0]]);
    const [install, commands] = blocks("docs/start.md", "sh");
    expect(blocks("README.md", "sh")).toEqual(expect.arrayContaining([install, commands]));
  });

  describe("of README.md", () => {
    const [watching, changing, waiting] = runnables("README.md");
    const [changes, refusal, condition] = blocks("README.md", "text");
    const [commands] = blocks("README.md", "sh");

    it("has three programs of at most eight lines", () => {
      const programs = blocks("README.md", "ts");
      expect(programs).toHaveLength(3);
      for (const program of programs) expect(program.trim().split("\n").length).toBeLessThanOrEqual(8);
    });

    it.for([
      ["watch what the commands beside it do", { program: watching, sh: commands, text: changes }],
      ["print the error that the kernel's refusal leads to", { program: changing, text: refusal }],
      ["wait until the link is up", { program: waiting, bash: "ip link set lo up", text: condition }],
    ])("%s", ([, program], { expect, skip }) => {
      const reason = whyNoNamespaces();
      if (reason !== undefined) skip(reason);
      return checkProgram(program, { expect, skip });
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
