import type { StylesheetJson } from "cytoscape";
import { FAMILIES, type Family } from "../look/families.js";
import { iconAddress } from "../look/icon.js";

/** Zoom from which on cards are drawn as elements of the page; further away, the canvas draws them with larger names. */
export const NEAR = 0.58;

const colour = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function familyStyle({ name, icon }: Family): StylesheetJson {
  const own = colour(name);
  return [
    {
      selector: `node.link.${name}`,
      style: { "border-color": own, "background-color": own, "background-image": iconAddress(icon, own) },
    },
    { selector: `node.region.${name}`, style: { "border-color": own, "background-color": own } },
    { selector: `edge.${name}`, style: { "line-color": own } },
  ];
}

/** Returns the style of the canvas in the current theme. */
export function canvasStyle(): StylesheetJson {
  const font = { "font-family": "Inter Variable, sans-serif", color: colour("text") };
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        events: "no",
        // Else edges lie under the frames of namespaces.
        "z-index-compare": "manual",
        ...font,
      },
    },
    {
      selector: "node.namespace",
      style: {
        events: "yes",
        "background-color": colour("surface"),
        "border-color": colour("line"),
        "border-width": 1.5,
        "corner-radius": "20",
        "z-index": 0,
      },
    },
    { selector: "node.namespace.failed", style: { "border-color": colour("bad"), "border-style": "dashed" } },
    {
      selector: "node.region",
      style: {
        "background-opacity": 0.07,
        "border-opacity": 0.4,
        "border-width": 1.2,
        "corner-radius": "16",
        "z-index": 1,
      },
    },
    ...linkStyle(font),
    ...edgeStyle(),
    ...FAMILIES.flatMap(familyStyle),
    {
      selector: "node.chosen",
      style: { "border-color": colour("accent"), "border-width": 3, "border-opacity": 1 },
    },
    { selector: "edge.chosen", style: { opacity: 1, width: 4, "z-index": 9 } },
    { selector: ".dim", style: { opacity: 0.18 } },
  ];
}

function linkStyle(font: Readonly<Record<string, string>>): StylesheetJson {
  return [
    {
      selector: "node.link",
      style: {
        events: "yes",
        "background-opacity": 0.16,
        "border-width": 1.5,
        "border-opacity": 0.55,
        // Cards of the page, which lie over it, hide it.
        "border-position": "inside",
        "corner-radius": "14",
        "z-index": 3,
        "background-width": "26px",
        "background-height": "26px",
        "background-position-x": "14px",
        "background-image-opacity": 1,
        label: "data(label)",
        "font-size": 23,
        "font-weight": 600,
        ...font,
        "text-valign": "center",
        "text-halign": "center",
        "text-margin-x": 18,
        "text-wrap": "ellipsis",
        "text-max-width": "132px",
        "min-zoomed-font-size": 5,
      },
    },
    {
      selector: "node.link.down",
      style: { "background-opacity": 0.09, "border-style": "dashed", "text-opacity": 0.55 },
    },
  ];
}

function edgeStyle(): StylesheetJson {
  return [
    {
      selector: "edge",
      style: {
        "curve-style": "unbundled-bezier",
        // Its types lack the value and the mapping.
        "edge-distances": "endpoints" as never,
        "control-point-distances": "data(distances)" as never,
        "control-point-weights": "data(weights)" as never,
        "source-endpoint": "data(start)",
        "target-endpoint": "data(end)",
        width: 2.4,
        opacity: 0.6,
        "line-cap": "round",
        events: "no",
        "z-index-compare": "manual",
        "z-index": 2,
      },
    },
    { selector: "edge.lower", style: { "line-style": "dashed", "line-dash-pattern": [7, 5] } },
    { selector: "edge.busy", style: { opacity: 0.9, width: 2.8 } },
  ];
}
