import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Section } from '#library/model.ts';
import { sectionText } from '#pages/markdown/section.ts';
import { columnsOf, wrap } from '#pages/markdown/width.ts';
import { markdown } from '../arbitrary.ts';
import { blocksOf, post, section } from '../build.ts';
import { letters, nodeTypesOf, visible } from '../visible.ts';

const writtenParts = (made: Section): readonly string[] =>
  sectionText(post('t', [made]), made).parts.map((passages) => passages.map(({ text }) => text).join('\n'));
const parts = (text: string): readonly string[] => {
  const made = section({ name: 'x', markdown: text });
  return writtenParts(made);
};
const shown = (text: string): string => parts(text).join('\n— —\n');

describe('Markdown as Discord shows it', () => {
  it('keeps paragraphs, emphasis and line breaks; soft breaks are spaces', () => {
    expect(shown('하나 **둘** *셋*\n넷 ~~다섯~~  \n여섯\n\n일곱')).toBe(
      '하나 **둘** *셋* 넷 ~~다섯~~\n여섯\n\n일곱',
    );
  });

  it('writes headings that Discord has, and deeper ones in bold', () => {
    expect(shown('# 하나\n\n### 셋\n\n##### 다섯\n\n글')).toBe('# 하나\n\n### 셋\n\n**다섯**\n\n글');
  });

  it('nests lists, numbers them from where they start, and ticks tasks', () => {
    expect(shown('글\n\n3. 셋\n   - 안\n     - 더 안\n4. 넷\n\n- [x] 함\n- [ ] 안 함')).toBe(
      '글\n3. 셋\n   - 안\n      - 더 안\n4. 넷\n- ☑ 함\n- ☐ 안 함',
    );
    expect([...nodeTypesOf(shown('- a\n  - b\n    - c'))].sort()).toEqual(['list', 'text']);
  });

  it('quotes line by line, a quote within a quote as one', () => {
    expect(shown('> 하나\n> > 둘\n>\n> - 셋')).toBe('> 하나\n> \n> 둘\n> - 셋');
  });

  it('opens only addresses that may be opened', () => {
    expect(shown('[글](https://a.b/c_d "제목") [나쁨](javascript:x) [상대](/x)')).toBe(
      '[글](https://a.b/c_d) 나쁨 상대',
    );
    expect(shown('<https://a.b/c_d>')).toBe('<https://a.b/c_d>');
    expect(shown('[a@b.c](mailto:a@b.c) [메일](mailto:a@b.c)')).toBe('a@b.c 메일 (a@b.c)');
    expect(shown('[안 [속]](https://a.b/(c))')).toBe('[안 (속)](https://a.b/%28c%29)');
    expect(shown('[https://x.y](https://z.w/)')).toBe('x.y (<https://z.w/>)');
  });

  it('resolves references and footnotes wherever in the post they are defined', () => {
    const one = section({
      name: 'one',
      markdown: '글[^n] [링크][r]\n\n[^n]: 각주 **글**\n\n[r]: https://a.b/',
    });
    expect(writtenParts(one)).toEqual(['글¹ [링크](https://a.b/)\n\n-# ¹ 각주 **글**']);
  });

  it('aligns tables by columns, wide letters counted twice, and keeps their links', () => {
    const table = shown(
      '| 단계 | 서비스 |\n|---|--:|\n| 수집 | [Pub/Sub](https://a.b/) |\n| 저장 | BigQuery |',
    );
    expect(table).toBe(
      '```\n단계    서비스\n────  ────────\n수집   Pub/Sub\n저장  BigQuery\n```\n-# [Pub/Sub](https://a.b/)',
    );
  });

  it('wraps a table that is wider than a phone', () => {
    const text = '가나다라마 '.repeat(12).trim();
    const table = shown(`| a | b |\n|---|---|\n| ${text} | ${text} |`);
    for (const line of table.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(44);
    expect(letters(visible(table))).toBe(letters(`a b ${wrap(text, 22).join('')}${text}`.replace(/\s/g, '')));
  });

  it('shows no HTML that the library did not read', () => {
    expect(shown('<div>\n<b>굵게</b>\n</div>\n\n앞 <span>속</span> 뒤')).toBe('앞 속 뒤');
    expect(shown('<script>alert(1)</script>')).toBe('');
  });

  it('keeps a fence in code from ending it', () => {
    expect([...nodeTypesOf(shown('~~~js\nlet a = `x`;\n```\n~~~'))]).toEqual(['code']);
  });

  it('leaves rules at the edges away', () => {
    expect(shown('***\n\n글\n\n***\n\n글\n\n***')).toBe('글\n\n⸻\n\n글');
  });

  it('shows captions as small type below, but not one that repeats the heading', () => {
    const made = section({
      name: 'Kubeflow',
      markdown: '글',
      captions: ['AI 기술 계층', 'KubeFlow', '협업 BI'],
    });
    expect(sectionText(post('t', [made]), made)).toStrictEqual({
      parts: [[{ text: '글\n\n-# (AI 기술 계층)\n-# (협업 BI)', picture: undefined }]],
      bare: false,
    });
    const bare = section({ name: '사례', captions: ['영상'] });
    expect(sectionText(post('t', [bare]), bare)).toStrictEqual({
      parts: [[{ text: '-# (영상)', picture: undefined }]],
      bare: true,
    });
  });

  it('reopens the fence of code that goes on in the next part', () => {
    const code = Array.from({ length: 200 }, (_, at) => `line ${at} of some code;`).join('\n');
    const made = parts(`\`\`\`js\n${code}\n\`\`\``);
    expect(made.length).toBeGreaterThan(1);
    for (const part of made) expect(part).toMatch(/^```js\n[\s\S]*\n```$/);
    expect(made.map(visible).join('\n')).toBe(code);
  });

  it('cuts lists between items and paragraphs between sentences', () => {
    const items = parts(
      Array.from({ length: 120 }, (_, at) => `- ${at}번째 항목은 이런 말을 합니다`).join('\n'),
    );
    for (const part of items) expect(part).toMatch(/^- \d+번째[\s\S]*합니다$/);
    const sentences = parts('이 문장은 끝이 있습니다. '.repeat(300));
    for (const part of sentences) expect(part).toMatch(/^이 문장은[\s\S]*있습니다\.$/);
  });

  it('never ends a part with a heading or a line that leads over', () => {
    const text = Array.from(
      { length: 12 },
      (_, at) => `### 제목 ${at}\n\n${'글이 있다. '.repeat(40)}\n\n다음과 같다:\n\n- 하나`,
    ).join('\n\n');
    for (const part of parts(text)) expect(part).not.toMatch(/(### 제목 \d+|다음과 같다:)$/);
  });

  it('keeps a link in one piece when a paragraph is cut', () => {
    const text = parts(
      `${'가나다 '.repeat(495)}[이 링크는 한 덩어리로 남는다](https://a.b/c) ${'가나다 '.repeat(400)}`,
    );
    expect(
      text.filter((part) => part.includes('[이 링크는 한 덩어리로 남는다](https://a.b/c)')),
    ).toHaveLength(1);
  });

  it('makes parts of about equal length', () => {
    const made = parts('문장 하나가 여기 있습니다. '.repeat(160));
    const lengths = made.map(({ length }) => length);
    expect(Math.max(...lengths) - Math.min(...lengths), lengths.join()).toBeLessThan(300);
  });

  it('holds whatever was written: no part too long or empty, no letter lost, nothing that pings', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const made = parts(text);
        for (const part of made) {
          expect(part.length, `${part.length}`).toBeLessThanOrEqual(2_000);
          expect(part.trim(), `${part.length}`).not.toBe('');
          expect(part.isWellFormed()).toBe(true);
          const kinds = nodeTypesOf(part);
          for (const kind of [
            'user',
            'role',
            'channel',
            'everyone',
            'command',
            'time',
            'emoji',
            'spoiler',
            'underline',
          ] as const) {
            expect(kinds.has(kind), `${kind} in ${part}`).toBe(false);
          }
          expect((part.match(/^```/gm) ?? []).length % 2, part).toBe(0);
        }
        const blocks = blocksOf(text).filter(
          ({ type }) => !['html', 'footnoteDefinition', 'definition', 'table'].includes(type),
        );
        const seen = letters(made.map(visible).join('\n'));
        for (const block of blocks) {
          // What stands between tags is text; the tags themselves and pictures are not shown.
          const plain = letters(textOf(block, { includeImageAlt: false, includeHtml: false }));
          if (!/[[<&]|각주|메일|https/.test(textOf(block)) && block.type === 'paragraph')
            expect(seen, `${plain} in ${seen}`).toContain(plain);
        }
      }),
      { numRuns: 60 },
    );
  });
});
