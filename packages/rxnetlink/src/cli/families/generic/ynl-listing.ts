import type { LoadedSpec, Operation } from "@rxnetlink/ynl";

/** Returns the kinds of requests that an operation has, or that it notifies. */
function kindsOf({ do: single, dump, notification, group }: Operation): string {
  const kinds = [single && "do", dump && "dump", notification === undefined ? undefined : "notification"];
  return [...kinds, group && `group ${group}`].filter((kind) => kind).join(" ");
}

/** Returns what a description has, in lines or as JSON. */
export function listing(spec: LoadedSpec, json: boolean | undefined): string {
  const { name, protocol, groups, operations } = spec;
  if (json) {
    const plain = Object.entries(operations).map(([key, { layout, ...numbers }]) => {
      return [key, { ...numbers, members: layout.keys?.() ?? [] }];
    });
    return `${JSON.stringify({ name, protocol, groups, operations: Object.fromEntries(plain) })}\n`;
  }
  const width = Math.max(0, ...Object.keys(operations).map((key) => key.length));
  const lines = Object.entries(operations).map(
    ([key, operation]) => `${key.padEnd(width)}  ${kindsOf(operation)}`,
  );
  const ofGroups = Object.keys(groups).map((group) => `${group.padEnd(width)}  group`);
  return `${[...lines, ...ofGroups].join("\n")}\n`;
}
