import { withoutHidden } from './plain.ts';

/** A name with dots in a text, as a host has, after whatever a reader takes for one: `google.com`, `www.a.co.kr/b`. */
const HOST =
  /(?:(\w{2,12}):\/\/)?((?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+\p{L}{2,24})(?![\p{L}\p{N}_-])([/:?#])?/gu;
/** Ends of names of files, which stand in texts far more often than hosts that end so. */
const FILE =
  /\.(?:md|mdx|py|rs|sh|js|mjs|cjs|ts|tsx|jsx|json|ya?ml|toml|html?|txt|png|jpe?g|gif|svg|pdf|zip|java|kt|go|rb|cc?|cpp|hpp?|cs|swift|sql|xml|css|scss|vue|ipynb|lock|env|conf|cfg|ini|csv|log)$/i;

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** True where both are one host, or `part` is the site that `whole` belongs to. */
const isWithin = (whole: string, part: string): boolean => whole === part || whole.endsWith(`.${part}`);

/** The hosts that a reader sees in a text, as a browser would understand them. */
const hostsIn = (text: string): readonly string[] => {
  // Letters that look like others, such as full-width ones, are read as these.
  const read = withoutHidden(text)
    .normalize('NFKC')
    .replace(/[。．｡]/g, '.');
  return Array.from(read.matchAll(HOST)).flatMap(([, scheme, host = '', after]) => {
    const isFile = scheme === undefined && after === undefined && !/^www\./i.test(host) && FILE.test(host);
    const parsed = isFile ? null : URL.parse(`http://${host}/`);
    return parsed === null ? [] : [bare(parsed.hostname)];
  });
};

/**
 * The host that a link leads to, where its text makes a reader believe in another one: `google.com` that opens
 * `http://evil.example`.
 */
export const disguisedHost = (url: string, text: string): string | undefined => {
  const real = URL.parse(url)?.hostname;
  if (real === undefined || real === '') return undefined;
  return hostsIn(text).every((shown) => isWithin(bare(real), shown)) ? undefined : real;
};

const INVITE =
  /(?<![\w.-])(?:discord\.(?:gg|gift|new)|discord(?:app)?\.com\/(?:invite|gift|template)s?)\/[\w-]/i;

const INVITES = new RegExp(INVITE.source, 'gi');

/** True for an invitation to a server, or a gift: Discord shows a card with a button for each that it finds in a text. */
export const isInvite = (url: string): boolean => INVITE.test(url);

/** An invitation without `https://` is one for Discord all the same: its slash is escaped. */
export const breakInvites = (text: string): string =>
  INVITE.test(text) ? text.replace(INVITES, (found) => found.replaceAll('/', '\\/')) : text;
