/** Where a clause ends: `회의에서 나왔는데 빅쿼리가 뭐야`. */
const ENDS =
  /[.!?。！？,、;…\n]+\s*|(?<=[가-힣](?:[는은인한던된]데요?|다가|[라아어해]서|니까|지만|거든요?|길래|려는데))\s+/gu;

/** The clauses of a text, as UTF-16 offsets. */
export function clausesOf(text: string): readonly (readonly [start: number, end: number])[] {
  const clauses: [number, number][] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(ENDS)) {
    if (index > start) clauses.push([start, index]);
    start = index + mark.length;
  }
  if (start < text.length) clauses.push([start, text.length]);
  return clauses;
}
