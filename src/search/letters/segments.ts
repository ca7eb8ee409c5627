import { lazy } from '#library/compute/lazy.ts';

/** Letters of scripts that are written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
/** Longer runs are no sentences: only their front is read for words. */
const LONGEST_RUN = 2_000;

/** One dictionary serves Japanese and Chinese. */
const segmenter = lazy(() => new Intl.Segmenter('ja', { granularity: 'word' }));

/**
 * Where the words of a run of letters end, for scripts without spaces: `非同期処理とは` → 3, 5, 6, 7. The run's end alone
 * for all others.
 */
export function wordEnds(run: string): readonly number[] {
  if (run.length < 2 || !UNSPACED.test(run)) return [run.length];
  const ends: number[] = [];
  let last = false;
  for (const { segment, index } of segmenter().segment(run.slice(0, LONGEST_RUN))) {
    // The dictionary cuts loan words that it does not know into syllables.
    const katakana = KATAKANA.test(segment);
    if (katakana && last) ends.pop();
    ends.push(index + segment.length);
    last = katakana;
  }
  if (run.length > LONGEST_RUN) ends.push(run.length);
  return ends;
}

const WIDE = /[\uff01-\uff5e\u3000]|[\uff66-\uff9f]+/g;

/**
 * A text with full-width Latin letters, digits and marks, and half-width Katakana, in their usual width. It is as long as
 * before: where Katakana become fewer, spaces follow them, and what stands behind keeps its offset.
 */
export function inUsualWidth(text: string): string {
  return text.search(WIDE) >= 0
    ? text.replace(WIDE, (found) => {
        if (found === '\u3000') return ' ';
        const code = found.charCodeAt(0);
        return code < 0xff66
          ? String.fromCharCode(code - 0xfee0)
          : found.normalize('NFKC').padEnd(found.length, ' ');
      })
    : text;
}
