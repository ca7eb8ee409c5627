const WORDS =
  '사진|그림|이미지|영상|동영상|비디오|스크린샷|스크린 샷|캡처|캡쳐|도표|슬라이드|photos?|pictures?|images?|figures?|fig\\.?|videos?|screenshots?|slides?';
const MISSING = '없음|없다|없어요|생략|추가 예정|missing|none|omitted|n/a|not available|to be added|tbd';

/** The content of a placeholder: the kind of thing that is missing, and optionally a caption. */
const INSIDE = new RegExp(
  `^(?:(?:${WORDS})\\s*\\d*\\s*(?:[-–—:：]+\\s*(?<words>.+)|(?:${MISSING}))?|no (?:${WORDS}))$`,
  'iu',
);
const INLINE = new RegExp(
  `(?:^|(?<=\\s))[(（](?:${WORDS})\\s*\\d*\\s*[-–—]+\\s*([^()（）\\n]+)[)）](?=\\s|$)`,
  'giu',
);

function groups(line: string): string[] | undefined {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...line].entries()) {
    if (character === '(' || character === '（') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (character === ')' || character === '）') {
      depth -= 1;
      if (depth < 0) return undefined;
      if (depth === 0) found.push([...line].slice(start + 1, index).join(''));
    } else if (depth === 0 && !/\s/u.test(character)) {
      return undefined;
    }
  }
  return depth === 0 ? found : undefined;
}

/**
 * The captions of a line of placeholders: `(사진-구조도)` gives `구조도`, `(사진 없음)` and `(영상)` give
 * their own words. Undefined for any other line.
 */
export function placeholders(line: string): string[] | undefined {
  const text = line.trim();
  if (text.length < 3 || text.length > 500 || !/^[(（]/u.test(text)) return undefined;
  const inside = groups(text);
  if (inside === undefined || inside.length === 0) return undefined;
  const captions: string[] = [];
  for (const group of inside) {
    const found = INSIDE.exec(group.trim());
    if (!found) return undefined;
    captions.push((found.groups?.['words'] ?? group).trim());
  }
  return captions;
}

/** Removes placeholders with a caption, `(사진-구조도)`, from running text. */
export function withoutPlaceholders(text: string): { readonly text: string; readonly captions: string[] } {
  const captions: string[] = [];
  const rest = text.replace(INLINE, (_, words: string) => {
    captions.push(words.trim());
    return '';
  });
  return { text: rest, captions };
}
