import type { Library, Post, Section, Session } from '../model.ts';
import type { FolderScan, FoundFile, SkippedFile } from '../scan.ts';
import { type SectionSource, sectionOf, sourceOf } from '../series/section.ts';
import { digest } from '../text/slug.ts';
import type { DiskCache } from './diskCache.ts';

/** A library as it was read, and until when it stays the same if no file changes. */
export interface KeptLibrary {
  readonly library: Library;
  readonly skipped: readonly SkippedFile[];
  /** Milliseconds since 1970: when it was read, and when the next post comes or goes. */
  readonly readAt: number;
  readonly changesAt: number;
}

/** A section whose long texts stand elsewhere. */
type SectionHead = Omit<Section, 'blocks' | 'text'> & {
  readonly links: Section['links'];
  readonly targets: SectionSource['links'];
  /** UTF-16 units of the packed blocks and of the text. */
  readonly lengths: readonly [number, number];
};
type PostHead = Omit<Post, 'sections'> & { readonly sections: readonly SectionHead[] };
type SessionHead = Omit<Session, 'posts'> & { readonly posts: readonly [PostHead, ...PostHead[]] };
interface Head extends Omit<KeptLibrary, 'library' | 'changesAt'> {
  readonly library: Omit<Library, 'sessions'> & { readonly sessions: readonly SessionHead[] };
  /** JSON has no Infinity: null stands for never. */
  readonly changesAt: number | null;
}

const LENGTH = 4;

/** Everything that a library is made of besides the code, in a short form. */
export function folderKey(scan: FolderScan, settings: readonly (string | undefined)[]): string {
  const named = (found: FoundFile): string => `${found.file}\n${found.stamp}`;
  const { posts, pictures, authors, glossary, folders, findings, skipped } = scan;
  const files = [...posts, ...authors, ...(glossary ? [glossary] : []), ...pictures.values()].map(named);
  return digest(JSON.stringify([settings, files, folders, findings, skipped]), 32);
}

function encode({ library, ...rest }: KeptLibrary): Uint8Array {
  const texts: string[] = [];
  const headOf = (section: Section): SectionHead => {
    // The blocks would be read.
    const { text, ...fields } = Object.fromEntries(
      Object.keys(section)
        .filter((key) => key !== 'blocks')
        .map((key) => [key, section[key as keyof Section]]),
    ) as unknown as Omit<Section, 'blocks'>;
    const { packed, links } = sourceOf(section) ?? { packed: '[]', links: [] };
    texts.push(packed, text);
    return { ...fields, targets: links, lengths: [packed.length, text.length] };
  };
  const postHead = (post: Post): PostHead => ({ ...post, sections: post.sections.map(headOf) });
  const sessions = library.sessions.map(
    ({ posts: [first, ...others], ...session }): SessionHead => ({
      ...session,
      posts: [postHead(first), ...others.map(postHead)],
    }),
  );
  const head = Buffer.from(JSON.stringify({ ...rest, library: { ...library, sessions } } satisfies Head));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(texts.join(''))]);
}

function decode(bytes: Uint8Array): KeptLibrary {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = LENGTH + buffer.readUInt32LE(0);
  const { library, ...rest }: Head = JSON.parse(buffer.toString('utf8', LENGTH, end));
  const texts = buffer.toString('utf8', end);
  let at = 0;
  const next = (length: number): string => {
    at += length;
    return texts.slice(at - length, at);
  };
  const section = ({ lengths, targets, ...fields }: SectionHead): Section => {
    const packed = next(lengths[0]);
    return sectionOf({ ...fields, text: next(lengths[1]) }, { packed, links: targets });
  };
  const post = (head: PostHead): Post => ({ ...head, sections: head.sections.map(section) });
  const sessions = library.sessions.map(
    ({ posts: [first, ...others], ...session }): Session => ({
      ...session,
      posts: [post(first), ...others.map(post)],
    }),
  );
  return { ...rest, changesAt: rest.changesAt ?? Infinity, library: { ...library, sessions } };
}

/** The library of the last start, if nothing that it is made of has changed since. */
export function findKept(cache: DiskCache, key: string, now: number): KeptLibrary | undefined {
  const bytes = cache.get(`library\n${key}`);
  const kept = bytes && decode(bytes);
  return kept !== undefined && kept.readAt <= now && now < kept.changesAt ? kept : undefined;
}

/** Keeps a library for the next start, under what it is made of. */
export function keep(cache: DiskCache, key: string, kept: KeptLibrary): void {
  cache.set(`library\n${key}`, encode(kept));
}
