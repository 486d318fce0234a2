import { type DevlinkResource, type DevlinkResources, handleOf } from "@rxnetlink/generic/devlink";

const UNLIMITED = 2n ** 64n - 1n;

function resourceLines(resource: DevlinkResource, indent: string): string[] {
  const { resourceName, resourceSize, resourceSizeNew, resourceOcc, resourceList = [] } = resource;
  const sizeOf = (size: bigint) => (size === UNLIMITED ? "unlimited" : `size ${size}`);
  const parts = [
    resourceSize === undefined ? "" : ` ${sizeOf(resourceSize)}`,
    resourceSizeNew === undefined ? "" : `, after a reload ${sizeOf(resourceSizeNew)}`,
    resourceOcc === undefined ? "" : `, ${resourceOcc} used`,
  ];
  const inside = resourceList.flatMap((one) => resourceLines(one, `${indent}  `));
  return [`${indent}${resourceName}${parts.join("")}`, ...inside];
}

/** Formats the resources of an instance as a tree. */
export function resourcesText(resources: DevlinkResources): string {
  const lines = (resources.resourceList ?? []).flatMap((one) => resourceLines(one, "  "));
  return [handleOf(resources), ...lines].join("\n");
}
