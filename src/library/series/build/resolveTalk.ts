import type {
  Finding,
  Image,
  Language,
  Localized,
  Moment,
  Speaker,
  TalkFacts,
  TalkLink,
} from '../../model.ts';
import type { WrittenText } from '../../post/frontMatter/values.ts';
import type { RawSpeaker, RawTalk } from '../../post/talk/model.ts';
import { isAuthorKey } from '../../post/talk/speakers.ts';
import { inScript, personKey, speakerId } from '../../text/names/personName.ts';
import { type AddressContext, locateImage, resolveTarget } from '../address/address.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';
import { type AuthorList, authorOf } from './authorList.ts';

/** A talk's facts, and what its posts say wrongly. */
export interface ResolvedTalk {
  readonly facts: TalkFacts;
  readonly findings: readonly Finding[];
}

/** Someone as one post says it, with that post. */
interface NamedSpeaker {
  readonly speaker: RawSpeaker;
  readonly post: AnnotatedDraft;
}

/** The language that a name is for: as stated, else the post's where it is in its letters, else that of its letters. */
function languageOf({ text, language }: WrittenText, post: Language): Language | undefined {
  if (language !== undefined) return language;
  const script = inScript(text);
  const usual = { Hang: ['ko'], Kana: ['ja'], Hani: ['zh', 'ja'], Latn: undefined };
  if (script === undefined) return post;
  const languages = usual[script];
  if (languages) return languages.includes(post) ? post : languages[0];
  return ['ko', 'ja', 'zh'].includes(post) ? 'en' : post;
}

/** A text of each post by the post's language: the first of a language counts. */
function localizedOf(texts: readonly (readonly [Language | undefined, string | undefined])[]): Localized {
  const found: Record<Language, string> = {};
  for (const [language, text] of texts) {
    if (language !== undefined && text !== undefined) found[language] ??= text;
  }
  return found;
}

/** The texts of each post: what no language is stated of is in the post's. */
const localizedTexts = (posts: readonly (readonly [Language, readonly WrittenText[]])[]): Localized =>
  localizedOf(
    posts.flatMap(([own, texts]) => texts.map(({ text, language }) => [language ?? own, text] as const)),
  );

/** Everybody of a talk once, with everything that its posts say of them: see `isSame`. */
function grouped(posts: readonly (readonly NamedSpeaker[])[]): NamedSpeaker[][] {
  const people: NamedSpeaker[][] = [];
  for (const said of posts) {
    const left = new Set(people);
    const alone: { readonly one: NamedSpeaker; readonly at: number }[] = [];
    for (const [at, one] of said.entries()) {
      const same = [...left].find((others) => others.some((other) => isSame(other.speaker, one.speaker)));
      if (same) {
        same.push(one);
        left.delete(same);
      } else {
        alone.push({ one, at });
      }
    }
    const [first] = posts;
    for (const { one, at } of alone) {
      // The third of a translation is the third of the original, where nothing else is known of them.
      const counterpart = first === said || first?.length !== said.length ? undefined : people[at];
      if (counterpart && left.has(counterpart) && mayBeSame(counterpart, one)) counterpart.push(one);
      else people.push([one]);
    }
  }
  return people;
}

const keysOf = ({ names, affiliation }: RawSpeaker): readonly string[] =>
  names.length > 0
    ? names.map(({ text }) => personKey(text))
    : affiliation.map(({ text }) => personKey(text));

function isSame(one: RawSpeaker, other: RawSpeaker): boolean {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}

/** True for names in different letters, which may be one name. */
function mayBeSame(people: readonly NamedSpeaker[], { speaker }: NamedSpeaker): boolean {
  const scriptsOf = (one: RawSpeaker) =>
    new Set((one.names.length > 0 ? one.names : one.affiliation).map(({ text }) => inScript(text)));
  const own = scriptsOf(speaker);
  return people.every(({ speaker: other, post: _ }) => {
    const bothNamed = other.names.length > 0 === speaker.names.length > 0;
    return bothNamed && scriptsOf(other).isDisjointFrom(own);
  });
}

interface Resolving {
  readonly addresses: AddressContext;
  readonly findings: Finding[];
}

/** Where a post says something: the line of its key. */
function lineOf({ draft }: AnnotatedDraft): number {
  return draft.front.lines[draft.front.talk.speakersBy ?? ''] ?? 1;
}

function pictureOf(said: readonly NamedSpeaker[], { addresses, findings }: Resolving): Image | undefined {
  for (const { speaker, post } of said) {
    if (speaker.image === undefined) continue;
    const { file } = post.draft;
    const line = lineOf(post);
    const alt = speaker.names[0]?.text ?? speaker.affiliation[0]?.text ?? '';
    const found = locateImage({ src: speaker.image, alt }, file, addresses);
    if (found === undefined) continue;
    if ('image' in found) return found.image;
    findings.push({ level: 'warning', file, line, ...found });
  }
  return undefined;
}

function speakerOf(said: readonly NamedSpeaker[], resolving: Resolving): Speaker {
  const [first] = said;
  const written = said.flatMap(({ speaker, post }) =>
    speaker.names.map((name) => [languageOf(name, post.language), name.text] as const),
  );
  const texts = (key: 'title' | 'affiliation' | 'bio') =>
    localizedTexts(said.map(({ speaker, post }) => [post.language, speaker[key]]));
  const affiliation = texts('affiliation');
  const bio = texts('bio');
  const named = written.length > 0;
  const name = named ? localizedOf(written) : affiliation;
  const names = [
    ...new Set(
      named ? written.map(([, one]) => one) : Object.values(affiliation).filter((one) => one !== undefined),
    ),
  ];
  const id = said.map(({ speaker }) => speaker.id).find((one) => one !== undefined);
  const url = said.map(({ speaker }) => speaker.url).find((one) => one !== undefined);
  const image = pictureOf(said, resolving);
  return {
    id: speakerId(id ?? names[0] ?? ''),
    kind: named ? 'person' : 'organization',
    ...(isAuthorKey(first?.post.draft.front.talk.speakersBy) ? { source: 'author' } : {}),
    name: Object.keys(name).length > 0 ? name : { [first?.post.language ?? 'en']: names[0] ?? '' },
    names,
    title: texts('title'),
    affiliation,
    ...(Object.keys(bio).length === 0 ? {} : { bio }),
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { image }),
  };
}

/** A key that no person is called by: it only means something to the program that wrote it. */
const NO_NAME = /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

/** Keys of the list of authors become the people whom they stand for. */
function withAuthors(
  post: AnnotatedDraft,
  lists: readonly AuthorList[],
  { findings }: Resolving,
): readonly NamedSpeaker[] {
  const { file, front } = post.draft;
  return front.talk.speakers.flatMap((speaker): readonly NamedSpeaker[] => {
    if (speaker.key === undefined) return [{ speaker, post }];
    const known = authorOf(lists, speaker.key, file);
    const beside =
      lists.length > 0 && isAuthorKey(front.talk.speakersBy) && /^[a-z\d._-]+$/u.test(speaker.key);
    if (!known && beside) {
      const message = `No list of authors has "${speaker.key}"; add it to ${lists[0]?.file ?? 'authors.yml'} or write the name here.`;
      findings.push({ level: 'warning', file, line: lineOf(post), code: 'unknown-author', message });
    }
    return !known && NO_NAME.test(speaker.key) ? [] : [{ speaker: known ?? speaker, post }];
  });
}

function linksOf(
  kind: 'slides' | 'video' | 'code',
  posts: readonly AnnotatedDraft[],
  { addresses, findings }: Resolving,
): readonly TalkLink[] {
  const links = posts.flatMap(({ draft, language }) =>
    draft.front.talk[kind].flatMap(({ address, line }): TalkLink[] => {
      if (/^https?:/iu.test(address)) return [{ url: address, language }];
      const { url } = resolveTarget(address, draft.file, addresses);
      if (url !== undefined) return [{ url, language }];
      const message = `The address "${address.slice(0, 80)}" needs SITE_URL to be reached; set it, or write one that begins with https://.`;
      findings.push({ level: 'warning', file: draft.file, line, code: 'bad-link', message });
      return [];
    }),
  );
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed();
}

interface Times {
  readonly starts?: Moment;
  readonly ends?: Moment;
  readonly duration?: number;
}

const minutesAt = ({ time = '' }: Moment): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** A talk that ends so early is over after midnight. */
const LONGEST_NIGHT = 6 * 60;

/** Minutes from one moment to another; undefined where they do not tell. */
function minutesBetween(starts: Moment, ends: Moment): number | undefined {
  if (starts.time === undefined || ends.time === undefined) return undefined;
  const days =
    starts.date === undefined || ends.date === undefined
      ? undefined
      : Temporal.PlainDate.from(starts.date).until(ends.date, { largestUnit: 'days' }).days;
  const minutes = minutesAt(ends) - minutesAt(starts);
  if (days !== undefined && (days !== 0 || minutes > 0)) return minutes + days * 24 * 60;
  return minutes < 0 && minutes + 24 * 60 <= LONGEST_NIGHT ? minutes + 24 * 60 : minutes;
}

function endOf(starts: Moment, minutes: number): Moment | undefined {
  if (starts.time === undefined) return undefined;
  const end = minutesAt(starts) + minutes;
  const time = `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  if (starts.date === undefined) return { time };
  const date = Temporal.PlainDate.from(starts.date).add({ days: Math.floor(end / (24 * 60)) });
  return { date: date.toString(), time };
}

function timesOf(posts: readonly AnnotatedDraft[], findings: Finding[]): Times {
  const first = <K extends keyof RawTalk>(key: K) => {
    const post = posts.find(({ draft }) => draft.front.talk[key] !== undefined);
    return post === undefined ? undefined : { post, value: post.draft.front.talk[key] };
  };
  const starts = first('starts')?.value;
  const ending = first('ends');
  const said = first('duration')?.value;
  const between = starts && ending?.value ? minutesBetween(starts, ending.value) : undefined;
  const backwards = between !== undefined && between <= 0;
  if (backwards && ending) {
    const { file, front } = ending.post.draft;
    const line = Object.entries(front.lines).find(([key]) => /^end|종료|끝/u.test(key))?.[1] ?? 1;
    const message = 'The talk ends before it starts; correct "starts" or "ends".';
    findings.push({ level: 'warning', file, line, code: 'bad-time', message });
  }
  const duration = said ?? (backwards ? undefined : between);
  const written = backwards ? undefined : ending?.value;
  const ends = written ?? (starts && duration !== undefined ? endOf(starts, duration) : undefined);
  return {
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined ? {} : { ends }),
    ...(duration === undefined ? {} : { duration }),
  };
}

/** A fact with a value; nothing for an empty one. */
function given<K extends keyof TalkFacts>(key: K, value: NonNullable<TalkFacts[K]> & object): TalkFacts {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

/** Puts together what all posts of a talk say about it: the original's word counts where they differ. */
export function resolveTalk(
  posts: readonly AnnotatedDraft[],
  lists: readonly AuthorList[],
  addresses: AddressContext,
): ResolvedTalk {
  const findings: Finding[] = [];
  const resolving: Resolving = { addresses, findings };
  const byName = posts.filter(({ draft }) => !isAuthorKey(draft.front.talk.speakersBy));
  const naming = byName.some(({ draft }) => draft.front.talk.speakers.length > 0) ? byName : posts;
  const speakers = grouped(naming.map((post) => withAuthors(post, lists, resolving))).map((said) =>
    speakerOf(said, resolving),
  );
  const text = (key: 'room' | 'level') =>
    localizedTexts(posts.map(({ draft, language }) => [language, draft.front.talk[key]]));
  const languages = posts.map(({ draft }) => draft.front.talk.languages).find((found) => found.length > 0);
  const facts: TalkFacts = {
    ...given('speakers', [...new Map(speakers.map((speaker) => [speaker.id, speaker])).values()]),
    ...given('slides', linksOf('slides', posts, resolving)),
    ...given('video', linksOf('video', posts, resolving)),
    ...given('code', linksOf('code', posts, resolving)),
    ...timesOf(posts, findings),
    ...given('room', text('room')),
    ...given('level', text('level')),
    ...given('languages', languages ?? []),
  };
  return { facts, findings };
}
