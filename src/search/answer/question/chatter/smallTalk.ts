import { memoizeLast } from '#library/compute/memoize.ts';
import { chatterList } from './chatterList.ts';

const smallTalk = chatterList('smallTalk');

/** Greetings and praise of several words, each of which may mean something else. */
const PHRASES =
  /\b(?:how are you|what'?s up|love (?:it|this|you)|(?:good|bad|nice|smart|dumb) (?:bot|job|one|work|luck|day)|makes sense|(?:i )?got it|i see|my bad|no way|of course|fair enough|good point)\b/gu;

/** Who does not understand names nothing: `무슨 말인지 하나도 모르겠어요`. */
const LOST =
  /^(?:이게 |대체 |도대체 )?(?:무슨|뭔) ?(?:말|소리|얘기)(?:인지)? ?(?:(?:전혀|하나도|도통|잘) )?(?:모르겠[가-힣]*|이해가? ?안 ?(?:돼|되|가|감|됨)[가-힣]*)$/u;

/** Who tries whether anybody answers: `testing 123`, `테스트 테스트`. */
const TRIES = /^(?:test(?:ing)?|테스트)(?: (?:\d+|test(?:ing)?|테스트|중|중입니다))+$/u;

/** What is replaced before words are looked at: such phrases, and initials. */
const MAY_CHANGE = /[a-zㄱ-ㅣ]/u;

/** Rows of keys: who types along them asks for nothing. */
const ROWS = [
  'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ',
  'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ',
  'ㅋㅌㅊㅍㅠㅜㅡ',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const RUN = 4;

const isTypedAlong = (text: string): boolean =>
  text.length >= RUN &&
  ROWS.some((row) => row.includes(text.slice(0, RUN)) && [...text].every((key) => row.includes(key)));

/** Longer texts ask for something. */
const LONGEST = 40;

/** True for what people say to each other and that asks for nothing: greetings, thanks, laughter. */
export const isChat = memoizeLast((text): boolean => {
  const read = text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu);
  if (read === null) return text.trim() !== '';
  const bare = read.join(' ');
  if (bare.length > LONGEST) return false;
  if (LOST.test(bare) || TRIES.test(bare)) return true;
  const joined = read.join('');
  if (isTypedAlong(joined)) return true;
  if (/^[ㄱ-ㅣ]+$/u.test(joined))
    return (
      isInitials(joined) ||
      isInitials(joined.replace(/^[ㅋㅎ]{2,}|[ㅋㅎㅠㅜ]{2,}$/gu, '')) ||
      (/^(.{1,2}?)\1*$/u.test(joined) && joined.length !== 2) ||
      /^(.)\1$/u.test(joined) ||
      /^[ㅏ-ㅣ]+$/u.test(joined)
    );
  // Laughter and tears beside words change nothing.
  const words = MAY_CHANGE.test(bare)
    ? bare
        .replace(PHRASES, 'hi')
        .replace(/[ㄱ-ㅣ]+/gu, (run) => (isInitials(run) ? 'hi' : ' '))
        .split(/\s+/u)
        .filter(Boolean)
    : read;
  return words.length === 0 || (words.every((word) => isSaid(word) || goesAlong(word)) && words.some(isSaid));
});

const isInitials = (word: string): boolean => smallTalk('jamo').has(word);
const isSaid = (word: string): boolean => smallTalk('said').has(word);
const goesAlong = (word: string): boolean => smallTalk('along').has(word);
