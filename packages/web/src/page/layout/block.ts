/** A rectangle that may hold others; positions are those of upper left corners. */
export interface Block {
  /** Id of what it shows, if anything. */
  readonly id?: string;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
}

/** A block inside another. */
interface Part {
  readonly x: number;
  readonly y: number;
  readonly block: Block;
}

/** A rectangle by its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Returns true if a rectangle lies inside another. */
export const isInside = (one: Rect, other: Rect): boolean =>
  one.x >= other.x &&
  one.y >= other.y &&
  one.x + one.width <= other.x + other.width &&
  one.y + one.height <= other.y + other.height;

/** Adds the rectangles of all that blocks show to a map. */
export function spread(block: Block, x: number, y: number, into: Map<string, Rect>): void {
  if (block.id !== undefined) into.set(block.id, { x, y, width: block.width, height: block.height });
  for (const part of block.parts) spread(part.block, x + part.x, y + part.y, into);
}

/** Returns blocks in rows, at most as wide as given; each row is centred. */
function rows(blocks: readonly Block[], widest: number, gap: number): Block {
  const lines: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    if (lines.length === 0 || left < block.width) {
      lines.push([]);
      left = widest;
    }
    lines.at(-1)!.push(block);
    left -= block.width + gap;
  }
  return column(
    lines.map((line) => row(line, gap)),
    gap,
    lines.length > 1 ? "start" : "centre",
  );
}

/** Returns blocks in a row. */
function row(blocks: readonly Block[], gap: number): Block {
  let x = 0;
  const parts = blocks.map((block) => {
    const part = { x, y: 0, block };
    x += block.width + gap;
    return part;
  });
  const height = Math.max(0, ...blocks.map((block) => block.height));
  return { width: Math.max(0, x - gap), height, parts };
}

/** Returns blocks in a column. */
export function column(blocks: readonly Block[], gap: number, align: "start" | "centre"): Block {
  const width = Math.max(0, ...blocks.map((block) => block.width));
  let y = 0;
  const parts = blocks.map((block) => {
    const part = { x: align === "start" ? 0 : (width - block.width) / 2, y, block };
    y += block.height + gap;
    return part;
  });
  return { width, height: Math.max(0, y - gap), parts };
}

/** How blocks are packed. */
export interface Packing {
  readonly gap: number;
  /** Width that the whole may have for each unit of height. */
  readonly aspect: number;
  /** So few blocks lie in one row, however wide that is; 1 by default. */
  readonly few?: number;
  /** Width that is free anyway: what lies beside is as wide. */
  readonly free?: number;
  /** Share by which each further row must be smaller to be made: edges cross rows. */
  readonly crossing?: number;
}

/** Most rows that are tried one by one; beyond, the best number is known well enough. */
const MOST_ROWS = 12;

/** Returns blocks in as many rows as give the smallest whole. */
export function packed(
  blocks: readonly Block[],
  { gap, aspect, few = 1, crossing = 0, free = 0 }: Packing,
): Block {
  if (blocks.length <= few) return row(blocks, gap);
  const total = blocks.reduce((sum, { width }) => sum + width + gap, 0);
  const widest = blocks.reduce((most, { width }) => Math.max(most, width), 0);
  const area = blocks.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const inRows = Array.from({ length: Math.min(MOST_ROWS, blocks.length) }, (_, at) => total / (at + 1));
  const tried = [...inRows, Math.sqrt(area * aspect)].map((width) => Math.max(widest, width));
  const cost = (block: Block, more: number) =>
    Math.max(block.width, free, block.height * aspect) * (1 + crossing * Math.min(more, MOST_ROWS));
  const found = tried.map((width, more) => {
    const block = rows(blocks, width, gap);
    return { block, cost: cost(block, more) };
  });
  return found.reduce((best, one) => (one.cost < best.cost ? one : best)).block;
}

/** Returns a block inside a frame. */
export function framed(
  id: string,
  block: Block,
  { pad, top, least = 0 }: { readonly pad: number; readonly top: number; readonly least?: number },
): Block {
  const inner = Math.max(least, block.width);
  return {
    id,
    width: inner + 2 * pad,
    height: block.height + top + pad,
    parts: [{ x: pad + (inner - block.width) / 2, y: top, block }],
  };
}
