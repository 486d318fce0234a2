const isPlain = (value: unknown) => typeof value !== "object" || value === null;

/** The members of a value in the form of `toJson()` that have no members, by path; arrays of plain values are one. */
export function* leavesOf(value: object, path = ""): Generator<[path: string, leaf: unknown]> {
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const place = Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    if (isPlain(member) || (Array.isArray(member) && member.every(isPlain))) yield [place, member];
    else yield* leavesOf(member as object, place);
  }
}
