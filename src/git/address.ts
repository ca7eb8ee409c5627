import { secretsOf } from '../redact.ts';

/** A place in a git repository: `https://host/repository.git#branch:folder`. */
export interface GitAddress {
  /** Without a user or password. */
  readonly url: string;
  /** The Authorization header's value, where the address holds a user or a password. */
  readonly authorization: string | undefined;
  /** What of the address must not be read anywhere. */
  readonly secrets: readonly string[];
  /** Undefined: the repository's own default. */
  readonly branch: string | undefined;
  /** Path below the repository, with `/`; empty: all of it. */
  readonly folder: string;
}

/** What a branch may be called here; a leading dash would be an option of git's. */
const BRANCH = /^(?!-)[\w./+@-]+$/;

const isFolder = (folder: string): boolean =>
  folder.split('/').every((step) => step !== '' && step !== '.' && step !== '..' && !/[\\\0]/.test(step));

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** Takes an address apart; undefined where it is none. */
export const readGitAddress = (text: string): GitAddress | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const place = decoded(url.hash.slice(1));
  if (place === undefined) return undefined;
  const [branch = '', ...rest] = place.split(':');
  const folder = rest.join(':').replace(/^\/+|\/+$/g, '');
  if (branch !== '' && (!BRANCH.test(branch) || branch.includes('..'))) return undefined;
  if (folder !== '' && !isFolder(folder)) return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) return undefined;
  const secrets = secretsOf(text);
  url.hash = '';
  url.username = '';
  url.password = '';
  const encoded = Buffer.from(`${user}:${password}`).toString('base64');
  const isOpen = user === '' && password === '';
  return {
    url: url.href,
    authorization: isOpen ? undefined : `Basic ${encoded}`,
    secrets: isOpen ? secrets : [...secrets, encoded],
    branch: branch === '' ? undefined : branch,
    folder,
  };
};
