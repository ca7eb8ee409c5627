import type { Library, Post, Section, Session, Topic } from '../model.ts';
import type { FolderScan, FoundFile, SkippedFile } from '../scan.ts';
import { originOf, setOrigin } from '../series/build/origin.ts';
import { type SectionSource, sectionOf, sourceOf } from '../series/build/section.ts';
import { digest } from '../text/slug.ts';
import { indexedTopics } from '../topics/related.ts';
import { bareOf } from '../topics/topicNames.ts';
import type { DiskCache } from './diskCache.ts';
import { keptList, type ListCodec, saveList } from './lists.ts';

/** A library as it was read, and until when it stays the same if no file changes. */
export interface CachedLibrary {
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
  /** UTF-16 units of the serialized blocks and of the text. */
  readonly lengths: readonly [number, number];
};
type PostHead = Omit<Post, 'sections'> & {
  readonly sections: readonly SectionHead[];
  readonly origin: string | undefined;
};
/** Which topics are related follows from the others. */
type TopicHead = Omit<Topic, 'related'>;
type SessionHead = Omit<Session, 'posts'> & { readonly posts: readonly [PostHead, ...PostHead[]] };
/** All but the sessions and topics, which are kept some at a time: a whole library at once would take several times its memory. */
interface Head extends Omit<CachedLibrary, 'library' | 'changesAt'> {
  readonly library: Omit<Library, 'sessions' | 'topics'>;
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

function encode(sessions: readonly Session[]): Uint8Array {
  const texts: string[] = [];
  const headOf = (section: Section): SectionHead => {
    // Not spread: the blocks would be read.
    const { id, parent, depth, numeral, name, lead, line, linkTexts, text, summary } = section;
    const { images, imagesAfter, anchors, links, captions, aliases } = section;
    const { serializedBlocks, links: targets } = sourceOf(section) ?? { serializedBlocks: '[]', links: [] };
    texts.push(serializedBlocks, text);
    const lengths = [serializedBlocks.length, text.length] as const;
    const own = { id, parent, depth, numeral, name, lead, line, linkTexts, summary, images, imagesAfter };
    return { ...own, anchors, links, captions, aliases, targets, lengths };
  };
  const postHead = (post: Post): PostHead => ({
    ...post,
    sections: post.sections.map(headOf),
    origin: originOf(post),
  });
  const heads = sessions.map(
    ({ posts: [first, ...others], ...session }): SessionHead => ({
      ...session,
      posts: [postHead(first), ...others.map(postHead)],
    }),
  );
  const head = Buffer.from(JSON.stringify(heads));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(texts.join(''))]);
}

/** JSON has no undefined. */
const NO_SECTION = { parent: undefined, numeral: undefined };
const NO_SESSION = { number: undefined };
const NO_TOPIC = { url: undefined };
const NO_POST = { event: undefined, track: undefined, date: undefined, url: undefined, image: undefined };

function decode(buffer: Buffer): Session[] {
  const end = LENGTH + buffer.readUInt32LE(0);
  const heads: readonly SessionHead[] = JSON.parse(buffer.toString('utf8', LENGTH, end));
  const texts = buffer.toString('utf8', end);
  let at = 0;
  const next = (length: number): string => {
    at += length;
    return texts.slice(at - length, at);
  };
  const section = ({ lengths, targets, ...fields }: SectionHead): Section => {
    const serializedBlocks = next(lengths[0]);
    return sectionOf(
      { ...NO_SECTION, ...fields, text: next(lengths[1]) },
      { serializedBlocks, links: targets },
    );
  };
  const post = ({ origin, ...head }: PostHead): Post => {
    const made = { ...NO_POST, ...head, sections: head.sections.map(section) };
    if (origin !== undefined) setOrigin(made, origin);
    return made;
  };
  return heads.map(
    ({ posts: [first, ...others], ...session }): Session => ({
      ...NO_SESSION,
      ...session,
      posts: [post(first), ...others.map(post)],
    }),
  );
}

const topicHead = (topic: Topic): TopicHead => ({
  ...bareOf(topic),
  about: topic.about,
  mentions: topic.mentions,
});

/** About what a section comes to without its long texts. */
const SECTION = 300;

const SESSIONS: ListCodec<Session> = {
  encode,
  decode,
  weightOf: ({ posts }) => {
    let weight = 0;
    for (const { sections } of posts)
      for (const section of sections)
        weight += SECTION + section.text.length + (sourceOf(section)?.serializedBlocks.length ?? 0);
    return weight;
  },
};

const headKey = (key: string): string => `library\n${key}`;
const sessionsKey = (key: string): string => `library\n${key}\nsessions`;
const topicsKey = (key: string): string => `library\n${key}\ntopics`;

/** The library of the last start, if nothing that it is made of has changed since. */
export function findCachedLibrary(cache: DiskCache, key: string, now: number): CachedLibrary | undefined {
  const bytes = cache.get(headKey(key));
  if (bytes === undefined) return undefined;
  const { library, changesAt, ...rest }: Head = JSON.parse(Buffer.from(bytes).toString());
  if (rest.readAt > now || now >= (changesAt ?? Infinity)) return undefined;
  const sessions = keptList(cache, sessionsKey(key), SESSIONS);
  const heads = keptList<TopicHead>(cache, topicsKey(key));
  if (sessions === undefined || heads === undefined) return undefined;
  const topics = indexedTopics(heads.map((topic) => ({ ...NO_TOPIC, ...topic })));
  return { ...rest, changesAt: changesAt ?? Infinity, library: { ...library, sessions, topics } };
}

/** Keeps a library for the next start, under what it is made of. What was not used of the last one may go. */
export async function saveLibrary(cache: DiskCache, key: string, kept: CachedLibrary): Promise<void> {
  const { library, ...rest } = kept;
  const { sessions, topics, ...others } = library;
  await saveList(cache, sessionsKey(key), sessions, SESSIONS);
  await saveList(cache, topicsKey(key), topics.values().map(topicHead));
  // Last: where it is whole, so are the others.
  const head: Head = { ...rest, library: others };
  cache.set(headKey(key), Buffer.from(JSON.stringify(head)));
}
