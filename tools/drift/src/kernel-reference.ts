import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

//  ../shared next to the checkout, which is not part of the project:
//  uapi/constants.json  numbers by name, by header      { "if_link.h": { "IFLA_MTU": 4, … }, … }
//  uapi/structs.json    structs by name, by header      { "if_link.h": { "ifla_bridge_id": { size, members } } }
//  specs/*.yaml         YNL: wire types of attributes

/** An attribute in a YNL description: `name`, `type`, `byte-order`, `struct`, `nested-attributes` … */
export type SpecAttribute = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
/** An attribute set in a YNL description. */
export interface SpecSet {
  readonly name: string;
  readonly "subset-of"?: string;
  readonly attributes: readonly SpecAttribute[];
}
/** The layout of a C struct on x86-64. */
export interface CStruct {
  readonly size: number;
  readonly members: readonly { name: string; type: string; offset: number; size: number }[];
}

/** Facts from the headers and specs of the kernel. */
export interface KernelReference {
  /** Numbers by name, in the order of each header, by its path. */
  readonly headers: ReadonlyMap<string, readonly (readonly [name: string, value: number])[]>;
  readonly structs: ReadonlyMap<string, CStruct>;
  /** Names of structs by the path of their header. */
  readonly structsOf: ReadonlyMap<string, readonly string[]>;
  readonly sets: ReadonlyMap<string, SpecSet>;
}

/** Reads the reference next to the checkout that contains `from`, with some specs; returns a reason if there is none. */
export function kernelReference(
  from: string,
  parseYaml: (text: string) => unknown,
  specs: readonly string[],
): KernelReference | string {
  let root = dirname(fileURLToPath(from));
  while (!existsSync(join(root, "pnpm-workspace.yaml")) && root !== "/") root = dirname(root);
  const text = (file: string) => readFileSync(join(root, "../shared", file), "utf8");
  if (!existsSync(join(root, "../shared/uapi"))) return "there is no ../shared/uapi next to the checkout";
  const byHeader = <T>(file: string) =>
    Object.entries(JSON.parse(text(file)) as Record<string, Record<string, T>>);
  const structs = byHeader<CStruct>("uapi/structs.json");
  const sets = specs.flatMap(
    (spec) => (parseYaml(text(`specs/${spec}.yaml`)) as { "attribute-sets": SpecSet[] })["attribute-sets"],
  );
  return {
    headers: new Map(
      byHeader<number>("uapi/constants.json").map(([header, it]) => [header, Object.entries(it)]),
    ),
    structs: new Map(structs.flatMap(([, it]) => Object.entries(it))),
    structsOf: new Map(structs.map(([header, it]) => [header, Object.keys(it)])),
    sets: new Map(sets.map((set) => [set.name, set])),
  };
}
