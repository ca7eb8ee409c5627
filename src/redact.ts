/** A host as people may read it: a name, an IPv4 or IPv6 address; nothing that could be a piece of a secret. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])$/i;
const DATABASE = /^\/([\w.-]+)$/;

/**
 * Where an address leads, for messages and logs: its host, port and database, each taken from the address by itself.
 * Undefined where it cannot be taken apart for certain, such as where a password with a `/` moves the parts: then
 * nothing of it may be shown.
 */
export const safeAddress = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { host, hostname, pathname, search, hash } = new URL(address);
  if (!HOST.test(hostname) || `${pathname}${search}${hash}`.includes('@') || hash !== '') return undefined;
  const [, database] = DATABASE.exec(pathname) ?? [];
  return database === undefined ? host : `${host}/${database}`;
};

/** Parameters of an address that are no secrets. */
const HARMLESS: readonly string[] = [
  'sslmode',
  'application_name',
  'host',
  'port',
  'dbname',
  'sslnegotiation',
];
/** A shorter text stands in too many harmless places to be blanked. */
const SHORTEST = 4;
/** A user's name is blanked where it looks like a key rather than a name. */
const SHORTEST_USER = 16;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What must not be read of an address: to be blanked wherever it turns up. */
export const secretsOf = (address: string): readonly string[] => {
  if (!URL.canParse(address)) return [];
  const { username, password, searchParams } = new URL(address);
  const parameters = [...searchParams].filter(([name]) => !HARMLESS.includes(name)).map(([, value]) => value);
  const users = username.length >= SHORTEST_USER ? [username] : [];
  return [password, ...users, ...parameters]
    .flatMap((secret) => [secret, decoded(secret), encodeURIComponent(secret)])
    .filter((secret) => secret.length >= SHORTEST);
};
