import { KernelError, toJson } from "@rxnetlink/core";
import type { Ethtool, LinkModes } from "@rxnetlink/generic/ethtool";
import {
  catchError,
  concatMap,
  EMPTY,
  firstValueFrom,
  from,
  lastValueFrom,
  map,
  of,
  throwError,
  toArray,
} from "rxjs";
import { print, printLines, shown } from "../../../output.js";
import { topicText } from "./text.js";
import { type Topic, topicsOf } from "./with-ethtool.js";

/** Topics that a link has no single values of, or that need more than a link. */
const APART: readonly string[] = ["strset", "moduleEeprom", "phy", "stats", "plcaStatus"];

interface Shown {
  readonly topic: Topic;
  readonly value: object;
}

/** Errors that mean that a link has no such settings, or that the caller may not read them. */
const isAbsent = (error: unknown) =>
  error instanceof KernelError && ["EOPNOTSUPP", "ENODATA", "EPERM", "EINVAL"].includes(error.code);

/** Reads all settings of a link. */
async function settingsOf(et: Ethtool, devIndex: number): Promise<Shown[]> {
  const topics = topicsOf(et, "get$").filter(({ name }) => !APART.includes(name));
  const read$ = (topic: Topic) =>
    topic.verbs.get$({ devIndex } as never).pipe(
      map((value): Shown => ({ topic, value: value as object })),
      catchError((error: unknown) => (isAbsent(error) ? EMPTY : throwError(() => error))),
    );
  const all = await lastValueFrom(from(topics).pipe(concatMap(read$), toArray()));
  return all.filter(({ value }) => Object.keys(value).some((key) => key !== "devIndex" && key !== "devName"));
}

/** Prints all settings of a link. */
export async function showLink(et: Ethtool, devName: string, json: boolean): Promise<void> {
  const { devIndex, devName: name } = await firstValueFrom(et.linkState.get$({ devName }));
  const all = await settingsOf(et, devIndex);
  if (json) {
    const topics = all.map(({ topic, value }) => [topic.name, toJson(topic.definition, value)]);
    return shown(print(JSON.stringify({ devIndex, devName: name, ...Object.fromEntries(topics) })));
  }
  const lines = [name, ...all.map(({ topic, value }) => topicText(topic, value))];
  await printLines(lines);
}

function lineOf(name: string, link: boolean | undefined, modes: LinkModes | undefined): string {
  const { speed, duplex, autoneg } = modes ?? {};
  const words = [
    link ? "link" : "no link",
    speed === undefined ? "" : `${speed} Mbit/s`,
    duplex === undefined || duplex === "unknown" ? "" : `${duplex} duplex`,
    autoneg === true ? "negotiated" : "",
  ];
  return `${name.padEnd(16)}${words.filter((word) => word !== "").join(", ")}`;
}

/** Prints the connection and speed of each link. */
export async function showLinks(et: Ethtool, json: boolean): Promise<void> {
  const states = await lastValueFrom(et.linkState.list$().pipe(toArray()));
  const modes = await lastValueFrom(et.linkModes.list$().pipe(toArray()));
  const modesOf = (devIndex: number) => modes.find((one) => one.devIndex === devIndex);
  const rows = states.map(({ devIndex, devName, link }) => ({
    devIndex,
    devName,
    link,
    modes: modesOf(devIndex),
  }));
  if (json) {
    const jsonOf = ({ modes: one, ...row }: (typeof rows)[number]) => ({
      ...row,
      ...(one && (toJson(et.linkModes, one) as object)),
    });
    return shown(print(JSON.stringify(rows.map(jsonOf))));
  }
  const lines$ = of(...rows.map((row) => lineOf(row.devName, row.link, row.modes)));
  await shown(lines$.pipe(concatMap(print)));
}
