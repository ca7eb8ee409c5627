import { memo } from './memo.ts';

/** Endings that Korean puts behind a noun without a space. */
const PARTICLES = new Set(
  `은 는 이 가 을 를 의 에 에서 에게 에는 에도 에만 에서는 에서도 로 으로 로는 으로는 로도 로서 으로서 로써 으로써 와 과 와의 과의
  도 만 만의 만을 만으로 까지 까지는 부터 부터는 보다 보다는 처럼 같은 이나 나 이란 란 이라 라 라는 이라는 이라고 라고 이라면 라면 이며 며
  인 인데 이고 고 하고 이랑 랑 이다 다 입니다 이었다 였다 이었습니다 였습니다 이에요 예요 이죠 죠 이지만 지만 마다 조차 밖에 뿐 뿐만 들
  들은 들이 들을 들의 들과 들에 들도 들로 용 별 형 적 적인 상 상의 상에서 내 내의 내에서 간 간의 중 중에 등 등의 등을 등이 씩 째 쯤 대로 만큼
  이자 자 이야 야 요 이여 여 께 께서 한테 에다 에서의 으로의 로의 으로부터 로부터 에서부터 에게서 이든 든 이라도 라도 이라서 라서`.split(
    /\s+/u,
  ),
);

/** True for an ending that Korean puts behind a noun: `를`, `에서`. */
export function isParticle(text: string): boolean {
  return PARTICLES.has(text);
}

const LETTER = /[\p{L}\p{N}]/u;
const HANGUL = /[\p{Script=Hangul}]/u;

interface Node {
  readonly next: Map<string, Node>;
  value: string | undefined;
}

/** A name found in a text. */
export interface Hit {
  readonly key: string;
  /** UTF-16 offsets in the normalized text: hits that overlap compete. */
  readonly start: number;
  readonly end: number;
}

/** The key under which a name is known: folded, without spaces and hyphens. */
export const nameKey: (name: string) => string = memo((name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_]+/gu, ''),
);

/** Finds any of many names in a text, at the cost of reading it once. */
export interface NameFinder {
  /** Equal for equal sets of names: what was found with one holds for the other. */
  readonly fingerprint: string;
  /** All occurrences, also those within longer ones, by start and then longest first. */
  find(text: string): Hit[];
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

function isHangul(character: string | undefined): boolean {
  return character !== undefined && HANGUL.test(character);
}

/** A name may begin where a word begins, and where the script changes: `구글BigQuery`. */
function mayBegin(text: readonly string[], at: number): boolean {
  const before = text[at - 1];
  return !isLetter(before) || (isHangul(before) && !isHangul(text[at]));
}

function mayEnd(text: readonly string[], end: number): boolean {
  const next = text[end];
  if (!isLetter(next)) return true;
  const last = text[end - 1];
  if (isHangul(next)) {
    if (!isHangul(last)) return true;
    let behind = '';
    for (let at = end; at < text.length && behind.length <= 5 && isHangul(text[at]); at += 1)
      behind += text[at];
    return PARTICLES.has(behind);
  }
  if (isHangul(last)) return true;
  // An English plural: `GPUs`.
  return next === 's' && /[a-z]/u.test(last ?? '') && !isLetter(text[end + 1]);
}

/**
 * Makes a finder for names. A name counts where it stands as a word: before a Korean particle, but not within another
 * word. Spaces and hyphens may stand in it or be missing (`머신 러닝`, `머신러닝`).
 */
export function nameFinder(names: Iterable<string>): NameFinder {
  const root: Node = { next: new Map(), value: undefined };
  const keys = [...new Set([...names].map(nameKey).filter((key) => key !== ''))].sort();
  for (const key of keys) {
    let node = root;
    for (const character of key) {
      let next = node.next.get(character);
      if (!next) {
        next = { next: new Map(), value: undefined };
        node.next.set(character, next);
      }
      node = next;
    }
    node.value = key;
  }
  return { fingerprint: keys.join('\n'), find: (text) => findAll(root, text) };
}

const GAP = /[\s\p{Pd}_]/u;

function findAll(root: Node, text: string): Hit[] {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{Pd}_]+/gu, (gap) => (gap.includes('\n') ? '\n' : ' ')),
  ];
  const hits: Hit[] = [];
  for (let start = 0; start < characters.length; start += 1) {
    const first = characters[start];
    if (first === undefined || !root.next.has(first) || !mayBegin(characters, start)) continue;
    const found: Hit[] = [];
    let node: Node | undefined = root;
    let gaps = 0;
    for (let at = start; at < characters.length && node; at += 1) {
      const character: string = characters[at] ?? '';
      const next: Node | undefined = node.next.get(character);
      if (!next) {
        if (character === '\n' || !GAP.test(character)) break;
        gaps += 1;
        continue;
      }
      node = next;
      // "a i" is not "AI": short names are written in one piece.
      const tooLoose = gaps > 0 && (node.value?.length ?? 0) < 3;
      if (node.value !== undefined && !tooLoose && mayEnd(characters, at + 1)) {
        found.unshift({ key: node.value, start, end: at + 1 });
      }
    }
    hits.push(...found);
  }
  return hits;
}

/** Of hits that overlap the longest that `counts`, as a reader takes them. */
export function longestHits(hits: readonly Hit[], counts: (key: string) => boolean): Hit[] {
  const kept: Hit[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start < end || !counts(hit.key)) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}
