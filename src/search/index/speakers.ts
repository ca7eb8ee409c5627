import { inSlices } from '#library/compute/slicedWork.ts';
import { talkDate } from '#library/find.ts';
import type { Library, Session } from '#library/model.ts';
import { type SpeakerProfile, speakersOf } from '#library/speakers.ts';
import type { Differences } from './differences.ts';
import { type EntryName, type NameList, nameList } from './nameList.ts';

/** The names of all speakers. */
export interface SpeakerNames {
  /** The id of each entry of `list`. */
  readonly ids: readonly string[];
  readonly list: NameList;
  /** Equal keys stand for equal names. */
  readonly key: string;
}

const GIVEN_NAME = 0.9;
const TURNED = 0.98;
/** Whom they work for leads to several people: it is offered and never taken for one of them. */
const AFFILIATION = 0.45;

/** What a speaker may be called: by every name, by the given name alone, with the family name in front or behind. */
function namesOf({ names, affiliation }: SpeakerProfile): readonly EntryName[] {
  const own = names.map((text): EntryName => ({ text, weight: 1 }));
  const more = names.flatMap((name): readonly EntryName[] => {
    if (/^\p{sc=Hangul}{3}$/u.test(name)) {
      const [family, given] = [name.slice(0, 1), name.slice(1)];
      return [
        { text: given, weight: GIVEN_NAME },
        { text: `${given} ${family}`, weight: TURNED },
      ];
    }
    const [first, second, ...rest] = name.split(' ');
    return first === undefined ||
      second === undefined ||
      rest.length > 0 ||
      !/^[\p{sc=Latin} .'-]+$/u.test(name)
      ? []
      : [{ text: `${second} ${first}`, weight: TURNED }];
  });
  const places = Object.values(affiliation).flatMap((text) =>
    text === undefined || names.includes(text) ? [] : [{ text, weight: AFFILIATION }],
  );
  return [...own, ...more, ...places];
}

/** True where nobody speaks in sessions that changed, or the same people on the same day as before. */
export const haveSameSpeakers = ({ replaced, added, gone, moved }: Differences<Session>): boolean =>
  [...added, ...gone, ...moved].every(({ speakers = [] }) => speakers.length === 0) &&
  [...replaced].every(([last, now]) => {
    const [were, are] = [last.speakers ?? [], now.speakers ?? []];
    const same = talkDate(last) === talkDate(now) && JSON.stringify(were) === JSON.stringify(are);
    return same || were.length + are.length === 0;
  });

/** The names of a library's speakers; the same object where they are those of `before`. */
export async function speakerNames(library: Library, before?: SpeakerNames): Promise<SpeakerNames> {
  const speakers = speakersOf(library);
  const entries = speakers.map(namesOf);
  const key = JSON.stringify(speakers.map(({ id }, at) => [id, entries[at]]));
  if (before?.key === key) return before;
  return { ids: speakers.map(({ id }) => id), list: await inSlices(nameList(entries)), key };
}
