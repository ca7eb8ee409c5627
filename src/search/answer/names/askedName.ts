import type { Candidate } from '../../ranking/candidate.ts';
import type { Query } from '../../ranking/query.ts';
import { withoutParticles } from '../../words/words.ts';
import { isWithin } from '../question/askingWords.ts';
import type { Asking } from '../question/readQuestion.ts';

/** More words than these are no name. */
const NAME_WORDS = 3;

/** What a question about a definition asks of, as it is written and as the posts say it: `베이스라인 프로파일`, `baseline profile`. */
export function askedNames(
  { text }: Query,
  asking: Asking,
  { matches, segment }: Candidate,
): readonly string[] {
  if (asking.kinds[0] !== 'definition') return [];
  const all = matches.filter(
    ({ word }) => !word.hint && word.wordClass !== 'asking' && !isWithin(word, asking.spans),
  );
  // What stands behind the question says more of the name: `듀엣이 뭐예요? 챗봇이라던데`.
  const mark = text.search(/[?？]/u);
  const before = all.filter(({ word }) => word.token.end <= mark);
  const said = before.length > 0 ? before : all;
  const first = said[0]?.word.token;
  const last = said.at(-1)?.word.token;
  if (first === undefined || last === undefined || said.length > NAME_WORDS) return [];
  const typed = `${text.slice(first.start, last.start)}${withoutParticles(last)}`;
  const heard = said.map(({ word, expansion }) =>
    expansion?.how === 'sound' && expansion.terms.length === 1
      ? segment.terms.text(expansion.terms[0] ?? 0)
      : withoutParticles(word.token),
  );
  return [...new Set([typed, heard.join(' ')])].filter((name) => name.split(/\s+/u).length <= NAME_WORDS);
}

/** The last words of names that a heading says: `a token is …` tells in a section on tokens what a design token is. */
export function headNouns(asked: readonly string[], { doc }: Candidate): readonly string[] {
  const headings = doc.variants.map(({ section }) => section.name.toLowerCase());
  return asked.flatMap((name) => {
    const last = name.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
    return last !== name && last.length > 2 && headings.some((heading) => heading.includes(last))
      ? [last]
      : [];
  });
}

/** The names of a section that a question names. */
export function namesOf({ doc, fit, name }: Candidate): readonly string[] {
  if (fit <= 0.5 && (name?.score ?? 0) < 0.8) return [];
  return doc.variants.flatMap(({ section }) => [section.name, ...section.aliases]);
}

/** The least weight of a whole phrase that stands for the words. */
const WHOLE = 0.75;

/** True where a heading goes on otherwise than a name, whose last word is at best like it: `Cloud IoT Core` is no `Cloud IoT Hub`. */
export function isAnotherOfFamily(asked: readonly string[], { doc, matches }: Candidate): boolean {
  const names = doc.variants.flatMap(({ section }) => [section.name, ...section.aliases]);
  return asked.some((name) => {
    const [, front, head] = /^(.+\s)(\S+)$/u.exec(name.toLowerCase()) ?? [];
    if (front === undefined || head === undefined) return false;
    const said = matches.find(({ word }) => withoutParticles(word.token) === head);
    const alike =
      said !== undefined &&
      said.mention === undefined &&
      (said.expansion === undefined ||
        (said.expansion.how === 'meaning' && said.expansion.weight < WHOLE) ||
        said.expansion.how === 'described');
    return alike && names.some((one) => one.toLowerCase().startsWith(front));
  });
}
