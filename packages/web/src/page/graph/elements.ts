import type { Core, ElementDefinition, Position } from "cytoscape";
import type { LinkView } from "../../wire/link-view.js";
import type { NamespaceView } from "../../wire/state.js";
import type { Arrangement } from "../layout/arrange.js";
import type { Rect } from "../layout/block.js";
import { seenFrom } from "../layout/curve.js";
import { namespaceId, regionId } from "../layout/namespace.js";
import { familyOf } from "../look/families.js";
import type { Edge } from "./drawing.js";

const centre = ({ x, y, width, height }: Rect): Position => ({ x: x + width / 2, y: y + height / 2 });
const px = (x: number, y: number) => `${x.toFixed(1)}px ${y.toFixed(1)}px`;

function node(id: string, classes: string, label: string, rect: Rect): ElementDefinition {
  const { width, height } = rect;
  return { group: "nodes", data: { id, label, width, height }, position: centre(rect), classes };
}

/** Returns an edge with its bends, seen from its ends as the canvas has it. */
function edge({ id, from, to, type, family, curve }: Edge, placed: Arrangement): ElementDefinition {
  const bends = curve.bend.map((point) => seenFrom(curve, point));
  const end = (at: Position, of: string) => {
    const { x, y } = centre(placed.get(of)!);
    return px(at.x - x, at.y - y);
  };
  const data = {
    id,
    source: from,
    target: to,
    distances: bends.map(({ distance }) => distance),
    weights: bends.map(({ weight }) => weight),
    start: end(curve.from, from),
    end: end(curve.to, to),
  };
  return { group: "edges", data, classes: `${type} ${family}` };
}

/** Returns everything that the canvas draws. */
export function elementsOf(
  namespaces: readonly NamespaceView[],
  links: readonly LinkView[],
  edges: readonly Edge[],
  placed: Arrangement,
): ElementDefinition[] {
  const found: ElementDefinition[] = [];
  const add = (id: string, classes: string, label: string) => {
    const rect = placed.get(id);
    if (rect !== undefined) found.push(node(id, classes, label, rect));
  };
  for (const { name, error } of namespaces)
    add(namespaceId(name), error === undefined ? "namespace" : "namespace failed", name);
  for (const { id, kind } of links) add(regionId(id), `region ${familyOf(kind).name}`, "");
  for (const { id, kind, state, name } of links)
    add(id, `link ${familyOf(kind).name} ${state === "up" ? "up" : "down"}`, name);
  return [...found, ...edges.map((one) => edge(one, placed))];
}

/** Moves of at most so many elements are animated. */
const ANIMATED = 400;
const MOVE_MS = 300;

/** Brings the canvas to what is to be drawn: elements come, change, move and go. */
export function bring(cy: Core, wanted: readonly ElementDefinition[], isMoving: boolean): void {
  const ids = new Set(wanted.map(({ data }) => data.id!));
  const added: ElementDefinition[] = [];
  const animated = isMoving && wanted.length <= ANIMATED;
  cy.batch(() => {
    cy.elements().forEach((element) => {
      if (!ids.has(element.id())) element.remove();
    });
    for (const one of wanted) {
      const known = cy.getElementById(one.data.id!);
      if (known.empty()) added.push(one);
      else {
        known.data(one.data);
        known.classes(String(one.classes));
        if (one.position !== undefined) move(known, one.position, animated);
      }
    }
    cy.add(added);
  });
}

type Found = ReturnType<Core["getElementById"]>;

function move(node: Found, position: Position, animated: boolean): void {
  const { x, y } = node.position();
  if (x === position.x && y === position.y) return;
  if (animated) node.stop().animate({ position, duration: MOVE_MS, easing: "ease-out" });
  else node.position(position);
}
