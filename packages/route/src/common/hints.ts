import { didYouMean, type Refusal } from "@rxnetlink/core";

/** What an object says of a refusal, see {@link ObjectDefinition.hint}. */
type Hint<T> = (refusal: Refusal, value: Partial<T>) => string | undefined;

const [EPERM, ENOENT, EINVAL, ERANGE, EOPNOTSUPP] = [1, 2, 22, 34, 95];

/** How the kernel says that it has no module for a kind, in words of its own for each object. */
const NO_SUCH_KIND = /unknown device type|kind is unknown|classifier not found|action module|kind not found/i;

/** How the kernel says that it does not know a kind; some objects say it in words, some point to the member. */
function kindRefused({ errno, text, path }: Refusal, place: string): boolean {
  if (errno !== ENOENT && errno !== EINVAL && errno !== EOPNOTSUPP) return false;
  return NO_SUCH_KIND.test(text ?? "") || (text === undefined && path === place);
}

/** What can be done where the kernel has no such kind: it is misspelt, or its module is missing. */
function missingKind(what: string, kind: string | undefined, known: readonly string[]): string | undefined {
  if (kind === undefined) return undefined;
  if (known.includes(kind))
    return `this kernel lacks the ${what} ${kind}: its module is not there, or not loaded`;
  return didYouMean(kind, known) ?? `there is no ${what} ${kind}, or its module is missing`;
}

/** The key of a sub-message is its kind. */
const onlyKey = (value: object | undefined): string | undefined => Object.keys(value ?? {})[0];

interface WithKind {
  readonly kind?: string | undefined;
  readonly options?: object | undefined;
}

/** The hint for objects of traffic control, which have a kind and its options. */
export function kindHint<T extends WithKind>(what: string, known: readonly string[]): Hint<T> {
  return (refusal, { kind, options }) =>
    kindRefused(refusal, "kind") ? missingKind(what, kind ?? onlyKey(options), known) : undefined;
}

interface LinkLike {
  readonly ifname?: string | undefined;
  readonly linkinfo?: { readonly kind?: string | undefined; readonly data?: object | undefined } | undefined;
}

/** What the kernel takes for no name. */
const MISNAMED = /[\s/:]|^\.\.?$/;
const NAMES = new Set(["ifname", "altIfname", "linkinfo.data.veth.peer.ifname"]);

/** The hint for links. */
export function linkHint(known: readonly string[]): Hint<LinkLike> {
  return (refusal, { ifname, linkinfo }) => {
    const { errno, path = "" } = refusal;
    if (errno === ERANGE && NAMES.has(path)) return "the name of a link has at most 15 bytes";
    if (errno === EINVAL && MISNAMED.test(ifname ?? "")) return "a name has no blank, no / and no :";
    if (!kindRefused(refusal, "linkinfo.kind")) return undefined;
    const kind = linkinfo?.kind ?? onlyKey(linkinfo?.data);
    return kind === undefined ? "say what kind it is: linkinfo.kind" : missingKind("link kind", kind, known);
  };
}

/** The hint for what the kernel takes from root of the machine alone, whatever namespaces others own. */
export const machineHint: Hint<object> = ({ errno }) =>
  errno === EPERM ? "needs CAP_NET_ADMIN of the machine: root, outside of user namespaces" : undefined;
