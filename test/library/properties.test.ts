import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Library } from '#library/model.ts';
import { draftOf, draftOfText } from '#library/post/draft.ts';
import { blocksOf } from '#library/post/draftCodec.ts';
import type { Draft } from '#library/post/model.ts';
import { assemble } from '#library/series/assemble.ts';
import { romanize } from '#library/text/romanize.ts';
import { slugOf, uniqueSlug } from '#library/text/slug.ts';
import { NO_GLOSSARY } from '#library/topics/model.ts';
import { anyText } from '../anyText.ts';
import { NO_FOLDER, postsOf } from './folder.ts';

async function libraryOf(drafts: readonly Draft[]): Promise<Library> {
  const options = { siteUrl: 'https://x.dev', defaultLanguage: 'ko' };
  const whole = drafts.filter((draft) => !draft.broken && draft.front.hiddenBy === undefined);
  return (await assemble(whole, NO_FOLDER, NO_GLOSSARY, options, undefined, [])).library;
}

const piece = fc.constantFrom(
  '# ',
  '## ',
  '#### < ',
  ' >',
  '**',
  '**<BigQuery ML>**',
  '**참고**\n',
  '*',
  '_',
  '`',
  '```\n',
  '~~~',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n',
  '[a](b)',
  '![p](x.png){: width="3"}',
  '[r][r]',
  '[r]: /x\n',
  '[^1]',
  '[^1]: note\n',
  '(사진-바다)',
  '(영상)',
  '\n',
  '\n\n',
  '---\n',
  '***\n',
  '<div>',
  '</div>',
  '<br>',
  '<!--',
  '-->',
  '{: #id}',
  '{#x}',
  'title: x',
  '\\',
  '&amp;',
  '\t',
  '\r',
  '\0',
  '\u200f',
  '\ud800',
  '😀',
  '한국어 문장이다. ',
  'words here. ',
  'Ⅰ ',
  'IV. ',
  '   ',
);
const markdown = fc
  .array(fc.oneof(piece, piece, anyText(12)), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('any text is a post or is refused: ids are valid and unique, nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, fc.boolean(), async (text, titled) => {
      const source = titled ? `---\ntitle: T\n---\n${text}` : text;
      const library = await libraryOf([
        draftOfText('a.md', source),
        draftOfText('ko/b.md', source),
        draftOfText('en/b.md', text),
      ]);
      const sessions = library.sessions.map((one) => one.id);
      expect(new Set(sessions).size).toBe(sessions.length);
      for (const id of sessions) expect(id).toMatch(/^[a-z0-9-]{1,40}$/u);
      for (const post of postsOf(library)) {
        const ids = post.sections.map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, parent, depth, name, text: words } of post.sections) {
          expect(id).toMatch(/^[a-z0-9-]{1,48}$/u);
          expect(
            parent === undefined ? depth === 1 : ids.indexOf(parent) < ids.indexOf(id) && depth > 1,
          ).toBe(true);
          expect(name).not.toBe('');
          expect(name.isWellFormed()).toBe(true);
          expect(words.isWellFormed()).toBe(true);
        }
        expect(post.minutes).toBeGreaterThanOrEqual(1);
      }
      for (const topic of library.topics) expect(topic.id).toMatch(/^[a-z0-9-]{1,48}$/u);
      for (const finding of library.findings) {
        expect(finding.line).toBeGreaterThanOrEqual(1);
        expect(finding.message).not.toBe('');
      }
    }),
    { numRuns: 150 },
  );
});

test('no HTML is left in the blocks of a post, whatever it was written with', () => {
  const tags = fc.constantFrom(
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<br>',
    '<!-- x',
    ' -->',
    '<table><tr><td>',
    '<x',
  );
  const mixed = fc.array(fc.oneof(markdown, tags), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(mixed, (text) => {
      const blocks = draftOfText('a.md', text).sections.flatMap(blocksOf);
      expect(JSON.stringify(blocks)).not.toContain('"type":"html"');
    }),
    { numRuns: 300 },
  );
});

test('any bytes are a post or are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const draft = draftOf('a.md', bytes);
      expect(!draft.broken || draft.problems.length > 0).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const word = fc.constantFrom(
  '바다',
  '하늘',
  'BigQuery',
  'AutoML',
  '정리',
  'Ⅰ 시작',
  '2. Next',
  '<상자>',
  'wind',
  '이야기',
);
const heading = fc.record({
  mark: fc.constantFrom('# ', '## ', '### ', '**'),
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
});
const headings = fc.array(heading, { minLength: 1, maxLength: 8 });

function write(
  list: readonly { readonly mark: string; readonly name: string }[],
  texts: readonly string[],
): string {
  const body = list.map(
    ({ mark, name }, index) => `${mark}${name}${mark === '**' ? '**' : ''}\n\n${texts[index] ?? ''}\n`,
  );
  return `---\ntitle: Talk of the town\n---\n${body.join('\n')}`;
}

test('ids depend on headings alone: any text around them may change', async () => {
  const texts = fc.array(
    fc.constantFrom('', 'Some text.', '- a list\n- of things', '글이 바뀐다.', '> quote', '(사진-바다)'),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(headings, texts, texts, async (list, before, after) => {
      const ids = async (with_: readonly string[]) => {
        const [post] = postsOf(await libraryOf([draftOfText('a.md', write(list, with_))]));
        return post?.sections.map((one) => one.id);
      };
      expect(await ids(before)).toEqual(await ids(after));
    }),
    { numRuns: 100 },
  );
});

test('every word of a post stands in the text of exactly one section', async () => {
  const shape = fc.constantFrom(
    (text: string) => text,
    (text: string) => `- ${text}`,
    (text: string) => `> ${text}`,
    (text: string) => `1. x\n   - ${text}`,
    (text: string) => `**bold** ${text} *more*`,
    (text: string) => `<p>${text}</p>`,
    (text: string) => `| a |\n|---|\n| ${text} |`,
    (text: string) => `\`\`\`\n${text}\n\`\`\``,
    (text: string) => `[${text}](https://x.dev)`,
    (text: string) => `${text}\n(사진-바다)`,
  );
  await fc.assert(
    fc.asyncProperty(headings, fc.array(shape, { minLength: 8, maxLength: 8 }), async (list, shapes) => {
      const texts = list.map((_, index) => shapes[index]?.(`zz${index}zz`) ?? '');
      const [post] = postsOf(await libraryOf([draftOfText('a.md', write(list, texts))]));
      list.forEach((_, index) => {
        const holders = post?.sections.filter((one) => one.text.includes(`zz${index}zz`)) ?? [];
        expect(holders, `zz${index}zz`).toHaveLength(1);
      });
    }),
    { numRuns: 100 },
  );
});

test('slugs are short, valid, the same for the same name, and unique where they are taken', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 20 }), (names) => {
      const taken = new Set<string>();
      for (const name of names) {
        expect(slugOf(name)).toMatch(/^[a-z0-9-]{1,48}$/u);
        expect(slugOf(name)).toBe(slugOf(name.normalize('NFD').normalize('NFC')));
        expect(uniqueSlug(slugOf(name), taken)).toMatch(/^[a-z0-9-]{1,48}$/u);
      }
      expect(taken.size).toBe(names.length);
    }),
    { numRuns: 200 },
  );
});

test.each(
  Object.entries({
    서울: 'seoul',
    한글: 'hangeul',
    머신러닝을: 'meosilleoningeul',
    합니다: 'hamnida',
    정리: 'jeongni',
    빨래: 'ppallae',
    국립: 'gungnip',
    신라: 'silla',
    A가B: 'AgaB',
  }),
)('Hangul is romanized by rule: $0 is $1', (hangul, latin) => {
  expect(romanize(hangul)).toBe(latin);
});
