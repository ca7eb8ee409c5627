const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Look-ahead beyond the cut: enough for any real grapheme or word, and bounded for a text of megabytes. */
const AHEAD = 64;

/** The last grapheme boundary at or before `most`. At least 1 if `most` is. */
export function graphemeEnd(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const at = graphemes.segment(text.slice(0, most + AHEAD)).containing(most)?.index ?? 0;
  if (at > 0 || most <= 0) return at;
  // A grapheme longer than the limit: at least surrogate pairs stay whole.
  return most > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(most)) ? most - 1 : most;
}

/** The last word boundary at or before `most`; 0 where there is none. */
function wordEnd(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const window = text.slice(0, most + AHEAD);
  // Hangul words include their particles and are separated by spaces only; scripts without spaces need a dictionary.
  for (let at = most; at > most / 2; at -= 1) if (/\s/.test(window.charAt(at))) return at;
  return words.segment(window).containing(most)?.index ?? 0;
}

/** The end of the last whole sentence that ends at or before `most`; 0 where the first one is longer. */
function sentenceEnd(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const window = text.slice(0, most + AHEAD);
  let end = 0;
  for (const { index, segment } of sentences.segment(window)) {
    const next = index + segment.length;
    if (next === window.length && next < text.length) break;
    // Spaces after a full stop belong to its segment, but may exceed the limit.
    if (index + segment.trimEnd().length > most) break;
    end = Math.min(next, most);
  }
  return end;
}

/**
 * The best place to cut at or before `most`: after a sentence where that keeps 40 % of the length, else between words,
 * else between graphemes. At least 1 for a text that is not empty.
 */
export function bestEnd(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const sentence = sentenceEnd(text, most);
  if (sentence >= most * 0.4) return sentence;
  const word = wordEnd(text, most);
  return word > 0 && word >= most * 0.4 ? word : graphemeEnd(text, most);
}

/** Truncates a text to `most` characters: whole sentences, or words and an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const sentence = sentenceEnd(text, most);
  return sentence >= most * 0.5 ? text.slice(0, sentence).trimEnd() : cutLabel(text, most);
}

/** The first sentence of a text, truncated to `most` characters. */
export function firstSentence(text: string, most: number): string {
  const [first] = sentences.segment(text.slice(0, most * 2 + AHEAD));
  return cutLabel((first?.segment ?? '').trim(), most);
}

/** Truncates a name to `most` characters: words and an ellipsis. */
export function cutLabel(text: string, most: number): string {
  if (text.length <= most) return text;
  const word = wordEnd(text, most - 1);
  const end = word >= most * 0.6 ? word : graphemeEnd(text, most - 1);
  return `${text.slice(0, end).trimEnd()}…`;
}
