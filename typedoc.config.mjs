// Settings of the documentation site. A script and no JSON, so that a new package needs no edit here.
import { readdirSync, readFileSync } from "node:fs";

const names = readdirSync(new URL("packages", import.meta.url)).map(
  (folder) => JSON.parse(readFileSync(new URL(`packages/${folder}/package.json`, import.meta.url))).name,
);

// Sources are named, not linked: the site comes out alike in a clone, in a fork and without a remote.
const sources = { disableGit: true, gitRevision: "HEAD", sourceLinkTemplate: "{path}" };

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "rxnetlink",
  entryPointStrategy: "packages",
  entryPoints: ["packages/*"],
  projectDocuments: [
    "docs/getting-started.md",
    "docs/concepts.md",
    "docs/testing.md",
    "docs/state.md",
    "docs/bundlers.md",
    "docs/objects/*.md",
    "docs/performance.md",
    "CONTRIBUTING.md",
  ],
  plugin: ["./docs/typedoc-schema.mjs"],
  out: "docs/site",
  // The guides are found by what they say. They are long, so each word weighs little; whole names still come first.
  searchInDocuments: true,
  searchGroupBoosts: { Guides: 200, Objects: 200 },
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
    "@rxnetlink/core.index.SocketSupply.idle.__type.close",
    "@rxnetlink/core.schema.BitSet.__type.[bitNames]",
    "@rxnetlink/core.schema.Ifindex.__type.[linkIndex]",
    "@rxnetlink/core.schema.Infer.__type.read",
    "@rxnetlink/core.schema.since.__type.since",
    "@rxnetlink/netfilter.nftables.RulesetChange.__type.object",
    "@rxnetlink/netfilter.packet.CarriesPacket.packetHdr.__type.hwProtocol",
    "@rxnetlink/netfilter.packet.decodePackets.E.__type.type",
    "@rxnetlink/route.link-kinds.withoutWildcardRemote.T.__type.remote",
    "@rxnetlink/route.tc.withOpsLen.T.__type.ops",
  ],
  packageOptions: {
    ...sources,
    sort: ["source-order"],
    excludeInternal: true,
    excludePrivate: true,
  },
};
