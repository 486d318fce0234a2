// A page that decodes captures of netlink in the browser, by the same declarations that speak to the kernel: npx vite .
/// <reference lib="dom" />
import { type CapturedMessage, decode, readCapture } from "@rxnetlink/capture";
import { toJson } from "@rxnetlink/core";
import { rtnetlink } from "@rxnetlink/route";

/** Most messages that are shown; a page of more is slow. */
const SHOWN = 2000;

const byId = (id: string) => document.getElementById(id)!;
const drop = byId("drop");

function element(name: string, text = "", ...children: Element[]): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** Returns the members of a message that tell it from others: `"new link eth0"`. */
function headline(message: CapturedMessage): string {
  if (message.type === "refusal") return `${message.code} ${message.text ?? ""} ${message.path ?? ""}`.trim();
  if (message.type !== "object") return message.type;
  const { ifname, dst, address, label, index } = message.value as Readonly<Record<string, unknown>>;
  return `${message.action} ${message.object} ${ifname ?? label ?? dst ?? address ?? (index || "")}`.trim();
}

/** Returns all that a message holds, as text. */
function details(message: CapturedMessage): string {
  if (message.type === "object")
    return JSON.stringify(toJson(message.kind.layout, message.value), undefined, 2);
  if (message.type === "malformed") return message.error.message;
  return Array.from(message.payload, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

const timeOf = ({ packet: { time } }: CapturedMessage) =>
  time === undefined ? "" : new Date(Number(time / 1_000_000n)).toISOString().slice(11, -1);

function row(message: CapturedMessage): HTMLElement {
  const columns = [timeOf(message), message.role, headline(message)].map((text) => element("span", text));
  const item = element("details", "", element("summary", "", ...columns));
  // Made when it is opened: most are not.
  item.addEventListener("toggle", () => item.append(element("pre", details(message))), { once: true });
  const line = element("li", "", item);
  line.classList.add(message.role);
  line.classList.toggle("failed", message.type === "refusal" || message.type === "malformed");
  return line;
}

async function show(file: File): Promise<void> {
  const { packets, format, error } = readCapture(new Uint8Array(await file.arrayBuffer()));
  const messages = decode(packets, [rtnetlink]);
  const parts = [file.name, format ?? "no capture", `${messages.length} messages`, error?.message];
  byId("summary").textContent = parts.filter(Boolean).join(" · ");
  byId("messages").replaceChildren(...messages.slice(0, SHOWN).map(row));
}

drop.querySelector("input")!.addEventListener("change", ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file !== undefined) void show(file);
});
for (const type of ["dragover", "dragleave", "drop"] as const)
  document.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", type === "dragover");
    const [file] = event.dataTransfer?.files ?? [];
    if (type === "drop" && file !== undefined) void show(file);
  });
