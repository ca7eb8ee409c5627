import { talkDate } from './find.ts';
import type { Library, Localized, Session, Speaker } from './model.ts';
import { personKey, speakerId } from './text/names/personName.ts';

/** A speaker with all talks of a library: what the latest of them says of the person, and what the others add. */
export interface SpeakerProfile extends Speaker {
  /** More ids that lead here: those of the other names. */
  readonly otherIds: readonly string[];
  /** In the library's order. At least one. */
  readonly sessions: readonly Session[];
}

const remembered = new WeakMap<Library, ReadonlyMap<string, SpeakerProfile>>();

/** A speaker as one session has it. */
interface Appearance {
  readonly session: Session;
  readonly speaker: Speaker;
}

/** True for an id that the author fixed: it tells people of one name apart. */
const isFixed = ({ id, names }: Speaker): boolean => names.every((name) => speakerId(name) !== id);

const keysOf = (speaker: Speaker): readonly string[] =>
  speaker.names.map((name) => `${speaker.kind} ${personKey(name)}`);

/** Everybody once, in the order of their first talks. One name is one person, where no fixed ids tell them apart. */
function peopleOf(library: Library): Appearance[][] {
  const all = library.sessions.flatMap((session) =>
    (session.speakers ?? []).map((speaker): Appearance => ({ session, speaker })),
  );
  const groups = new Map<string, Appearance[]>();
  const groupOf = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let above = groupOf.get(root); above !== undefined && above !== root; above = groupOf.get(root))
      root = above;
    return root;
  };
  const fixedBy = new Map<string, Set<string>>();
  for (const { speaker } of all) {
    if (isFixed(speaker))
      for (const key of keysOf(speaker)) fixedBy.set(key, (fixedBy.get(key) ?? new Set()).add(speaker.id));
  }
  const joined = ({ speaker }: Appearance): readonly string[] => {
    const own = isFixed(speaker) ? [`id ${speaker.id}`] : [];
    const names = keysOf(speaker).filter((key) => own.length === 0 || fixedBy.get(key)?.size === 1);
    return [...own, ...names];
  };
  for (const appearance of all) {
    const [first = '', ...others] = joined(appearance).map(rootOf);
    for (const key of joined(appearance)) if (!groupOf.has(key)) groupOf.set(key, first);
    for (const other of others) groupOf.set(other, first);
  }
  for (const appearance of all) {
    const root = rootOf(joined(appearance)[0] ?? '');
    const group = groups.get(root);
    if (group) group.push(appearance);
    else groups.set(root, [appearance]);
  }
  return [...groups.values()];
}

/** Merges texts by language: the first that has a language counts. */
const merged = (texts: readonly Localized[]): Localized => Object.assign({}, ...texts.toReversed());

function profileOf(appearances: readonly Appearance[]): SpeakerProfile | undefined {
  const [first] = appearances;
  if (!first) return undefined;
  const latest = appearances
    .toSorted((a, b) => (talkDate(b.session) ?? '').localeCompare(talkDate(a.session) ?? ''))
    .map(({ speaker }) => speaker);
  const names = [...new Set(appearances.flatMap(({ speaker }) => speaker.names))];
  const fixed = appearances.map(({ speaker }) => speaker).find(isFixed);
  const id = fixed?.id ?? first.speaker.id;
  const bio = merged(latest.map((speaker) => speaker.bio ?? {}));
  const url = latest.find((speaker) => speaker.url !== undefined)?.url;
  const image = latest.find((speaker) => speaker.image !== undefined)?.image;
  return {
    id,
    otherIds: [...new Set([...appearances.map(({ speaker }) => speaker.id), ...names.map(speakerId)])].filter(
      (one) => one !== id,
    ),
    kind: first.speaker.kind,
    ...(appearances.every(({ speaker }) => speaker.source === 'author') ? { source: 'author' } : {}),
    name: merged(appearances.map(({ speaker }) => speaker.name)),
    names,
    title: merged(latest.map(({ title }) => title)),
    affiliation: merged(latest.map(({ affiliation }) => affiliation)),
    ...(Object.keys(bio).length === 0 ? {} : { bio }),
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { image }),
    sessions: [...new Set(appearances.map(({ session }) => session))],
  };
}

function tableOf(library: Library): ReadonlyMap<string, SpeakerProfile> {
  const known = remembered.get(library);
  if (known) return known;
  const profiles = peopleOf(library).flatMap((appearances) => profileOf(appearances) ?? []);
  const table = new Map<string, SpeakerProfile>(profiles.map((profile) => [profile.id, profile]));
  for (const profile of profiles) {
    for (const id of profile.otherIds) if (!table.has(id)) table.set(id, profile);
  }
  remembered.set(library, table);
  return table;
}

/** Everybody who spoke, in the order of their first talks. */
export const speakersOf = (library: Library): readonly SpeakerProfile[] => [
  ...new Set(tableOf(library).values()),
];

/** The speaker with this id: of any of their names. */
export const findSpeaker = (library: Library, id: string): SpeakerProfile | undefined =>
  tableOf(library).get(id);
