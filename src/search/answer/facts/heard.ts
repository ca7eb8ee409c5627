import { matchName } from '../../letters/nameMatch.ts';
import { spellingOf } from '../../letters/spelling.ts';
import { tokensOf } from '../../letters/tokens.ts';

/** Words of a text in which a name is listened for, and how near it must sound. */
const READ = 80;
const HEARD = 0.8;

/** True where a text holds a name, as it is written or as it sounds: `Daejeon` of `대전`. */
export function isHeardIn(text: string, name: string): boolean {
  if (text.toLowerCase().includes(name)) return true;
  const typed = spellingOf(name, true);
  return tokensOf(text, READ).some(
    (token) => token.script === 'hangul' && matchName(typed, spellingOf(token.text)).score >= HEARD,
  );
}
