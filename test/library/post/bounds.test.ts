import { describe, expect, it } from 'vitest';
import { beyondBounds } from '#library/post/bounds.ts';
import { draftOfText } from '#library/post/draft.ts';

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('a text beyond what people write', () => {
  it.each([
    ['too-deep', '1. '.repeat(4_000)],
    ['too-deep', '> '.repeat(4_000)],
    ['too-deep', '>'.repeat(4_000)],
    ['too-deep', '> - 1. '.repeat(1_000)],
    ['too-deep', many(200, (at) => `${' '.repeat(2 * at)}- a`)],
    ['too-deep', many(200, (at) => `${'> '.repeat(at)}a`)],
    ['too-many-headings', many(100_000, (at) => `# ${at}`)],
    ['too-many-headings', many(20_000, () => '## 같은 제목\n')],
    ['too-many-headings', many(3_000, () => 'a\n==')],
    ['too-many-rows', `|a|b|\n|-|-|\n${many(60_000, (at) => `|${at}|x|`)}`],
    ['too-wide', `|${'a|'.repeat(6_000)}\n|${'-|'.repeat(6_000)}`],
    ['too-many-links', '[a](https://a.example) '.repeat(20_000)],
    ['too-many-links', 'https://a.example '.repeat(20_000)],
  ])('is a finding and never reaches the parser: %s', (code, body) => {
    const draft = draftOfText('a.md', `---\ntitle: t\n---\n\n${body}\n`);
    expect(draft).toMatchObject({ broken: true, problems: [{ level: 'error', code }] });
    expect(draft.problems[0]?.line).toBeGreaterThan(3);
  });

  it.each([
    ['a deep list that somebody may write', many(30, (at) => `${'  '.repeat(at)}- a`)],
    ['code full of marks', `\`\`\`\n${many(5_000, () => '# > - | https://a.example')}\n\`\`\``],
    ['a long post', many(400, (at) => `## ${at}\n\n글 [링크](https://a.example/${at}) 하나.\n`)],
    ['a large table', `|a|b|\n|-|-|\n${many(1_000, (at) => `|${at}|x|`)}`],
    ['lines and rules', many(5_000, () => '---\n')],
  ])('is not: %s', (_name, body) => {
    expect(beyondBounds(body, 1)).toBeUndefined();
  });
});
