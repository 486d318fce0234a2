// Settings of the documentation site. A script and no JSON, so that a new package needs no edit here.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { OptionDefaults } from "typedoc";
import { drawBlocks } from "./docs/theme/blocks.mjs";

const at = (path) => new URL(path, import.meta.url);

const names = readdirSync(at("packages")).map(
  (folder) => JSON.parse(readFileSync(at(`packages/${folder}/package.json`))).name,
);

/** Guides in the order of a reader; those that are not named follow. */
const GUIDES = [
  "getting-started",
  "concepts",
  "state",
  "errors",
  "namespaces",
  "testing",
  "web",
  "captures",
  "telemetry",
  "protocols",
  "ynl",
  "compatibility",
  "bundlers",
  "security",
  "performance",
  "how-it-works",
  "contributing",
].map((name) => `${name}.md`);
/** The front page of the site, which is no guide. */
const START = "start.md";

/** The pages of a folder, if there is one. */
function pagesOf(folder) {
  const entries = existsSync(at(folder)) ? readdirSync(at(folder)) : [];
  return entries.filter((name) => name.endsWith(".md") && name !== START);
}

const place = (name) => GUIDES.indexOf(name) + 1 || GUIDES.length + 1;
const guides = pagesOf("docs").sort((a, b) => place(a) - place(b));
const shelves = ["docs/recipes", "docs/objects", "docs/coming-from"];
const pages = [
  ...guides.map((name) => `docs/${name}`),
  ...shelves.flatMap((folder) => pagesOf(folder).map((name) => `${folder}/${name}`)),
];
const groups = pages.map((page) => /^group: (.+)$/m.exec(readFileSync(at(page), "utf8"))?.[1] ?? "Documents");

/** Groups whose pages have the words of many objects: a search finds the page of an object first. */
const SIDE = new Set(["Recipes", "Coming from"]);

// Sources are named, not linked: the site comes out alike in a clone, in a fork and without a remote.
const sources = { disableGit: true, gitRevision: "HEAD", sourceLinkTemplate: "{path}" };

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "rxnetlink",
  entryPointStrategy: "packages",
  entryPoints: ["packages/*"],
  projectDocuments: pages,
  readme: `docs/${START}`,
  plugin: ["./docs/theme/schema.mjs", "./docs/theme/theme.mjs"],
  theme: "rxnetlink",
  customCss: "docs/theme/style.css",
  favicon: "docs/theme/logo.svg",
  highlightLanguages: [...OptionDefaults.highlightLanguages, "c", "go", "python"],
  lightHighlightTheme: "github-light-default",
  darkHighlightTheme: "github-dark-default",
  // Each page begins with its own heading.
  notRenderedTags: [...OptionDefaults.notRenderedTags, "@wire"],
  headings: { readme: false, document: false },
  hideGenerator: true,
  markdownItLoader: drawBlocks,
  out: "docs/site",
  // The guides are found by what they say. They are long, so each word weighs little; whole names still come first.
  searchInDocuments: true,
  searchGroupBoosts: Object.fromEntries(groups.map((group) => [group, SIDE.has(group) ? 120 : 200])),
  ...sources,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: {
    notExported: true,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: true,
  },
  packagesRequiringDocumentation: names,
  requiredToBeDocumented: [
    "Variable",
    "Function",
    "Class",
    "Interface",
    "TypeAlias",
    "Property",
    "Method",
    "Accessor",
  ],
  // Parts of conditions and constraints, where no comment can be seen.
  intentionallyNotDocumented: [
    "@rxnetlink/core.index.GroupName.__type.groups",
    "@rxnetlink/core.index.GroupName.__type.name",
    "@rxnetlink/core.index.GroupName.__type.number",
    "@rxnetlink/core.index.ProtocolName.__type.name",
    "@rxnetlink/core.index.SocketSupply.idle.__type.close",
    "@rxnetlink/core.schema.BitSet.__type.[bitNames]",
    "@rxnetlink/core.schema.Ifindex.__type.[linkIndex]",
    "@rxnetlink/core.schema.Infer.__type.read",
    "@rxnetlink/core.schema.since.__type.since",
    "@rxnetlink/diag.withCgroups.T.__type.cgroupId",
    "@rxnetlink/generic.taskstats.taskstatsStruct.__type.tgidPad.__type.since",
    "@rxnetlink/generic.wireguard.WireguardConfigFile.config.__type.peers",
    "@rxnetlink/netfilter.nftables.RulesetChange.__type.object",
    "@rxnetlink/netfilter.packet.CarriesPacket.packetHdr.__type.hwProtocol",
    "@rxnetlink/netfilter.packet.decodePackets.E.__type.type",
    "@rxnetlink/route.link-kinds.withoutWildcardRemote.T.__type.remote",
    "@rxnetlink/route.tc.withOpsLen.T.__type.ops",
    "@rxnetlink/ynl.LoadedSpec.operations.__type.layout",
    "@rxnetlink/ynl.ReplyOf.__type.do",
    "@rxnetlink/ynl.ReplyOf.__type.reply",
  ],
  packageOptions: {
    ...sources,
    sort: ["source-order"],
    excludeInternal: true,
    excludePrivate: true,
  },
};
