/** A piece of a long body that can be parsed by itself. */
export interface Chunk {
  readonly text: string;
  /** Number of lines of the body before it. */
  readonly above: number;
}

/** Bodies up to this many characters are parsed in one piece. */
const LONG = 64 * 1024;
const PIECE = 24 * 1024;
/** Definitions are repeated for every piece; more than this would cost too much. */
const MOST_DEFINITIONS = 16 * 1024;

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S/u;
/** A line that starts a new block whenever the line above it is blank. */
const FRESH = /^(?:#{1,6}[ \t]|[^\s\-+*>|<:0-9~`[\]])/u;

/**
 * Splits a long body where a new block certainly begins, because parse time grows with the square of the length. Every
 * piece has the link definitions of all, so that references resolve.
 */
export function chunksOf(body: string): Chunk[] {
  if (body.length <= LONG) return [{ text: body, above: 0 }];
  const lines = body.split('\n');
  const chunks: Chunk[] = [];
  const definitions: string[] = [];
  let fence: string | undefined;
  let from = 0;
  let length = 0;
  let blank = true;
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      if (blank && length >= PIECE && FRESH.test(line)) {
        chunks.push({ text: lines.slice(from, index).join('\n'), above: from });
        from = index;
        length = 0;
      }
      if (DEFINITION.test(line)) definitions.push(line);
      fence = mark;
    } else if (mark?.startsWith(fence) && line.trim() === mark) {
      fence = undefined;
    }
    blank = line.trim() === '';
    length += line.length + 1;
  });
  chunks.push({ text: lines.slice(from).join('\n'), above: from });
  const shared = definitions.join('\n\n');
  if (shared === '' || shared.length > MOST_DEFINITIONS) return chunks;
  return chunks.map((chunk) => ({ ...chunk, text: `${chunk.text}\n\n${shared}\n` }));
}
