import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { ancestors, children } from '#library/find.ts';
import type { Post } from '#library/model.ts';
import { folder, onlyPost, post, section } from './folder.ts';

async function read(t: TestContext, body: string, siteUrl?: string): Promise<Post> {
  return onlyPost(await (await folder(t, { 'a.md': post('Talk', body) })).read({ siteUrl }));
}

const ids = (of: Post) => of.sections.map((one) => one.id);

test('ids come from names: Latin, Hangul by rule, other scripts by hash, repeats numbered', async (t) => {
  const made = await read(
    t,
    '# BigQuery ML\na\n# 정리\nb\n# 機械学習\nc\n# BigQuery ML\nd\n# Résumé & Co.\ne',
  );
  assert.deepEqual(ids(made).toSpliced(2, 1), ['bigquery-ml', 'jeongri', 'bigquery-ml-2', 'resume-co']);
  assert.match(ids(made)[2] ?? '', /^x[0-9a-f]{7}$/u);
});

test('kramdown ids are honoured and never shown', async (t) => {
  const made = await read(
    t,
    '## 하나 {#one}\na\n\n## 둘\n{: #two .wide}\nb\n\n**<셋>**\n{: #three}\n\nc\n\n## 넷 {: #four}\nd',
  );
  assert.deepEqual(ids(made), ['one', 'two', 'three', 'four']);
  assert.deepEqual(
    made.sections.map((one) => [one.name, one.text]),
    [
      ['하나', 'a'],
      ['둘', 'b'],
      ['셋', 'c'],
      ['넷', 'd'],
    ],
  );
});

test('numbering is kept for display and dropped from names and ids', async (t) => {
  const made = await read(
    t,
    '# 1. One\na\n# IV. Two\nb\n# Ⅲ 셋\nc\n# 2.1 Four\nd\n# I think so\ne\n# 3D graphics\nf\n# 2018 review\ng',
  );
  assert.deepEqual(
    made.sections.map((one) => [one.numeral, one.name]),
    [
      ['1.', 'One'],
      ['IV.', 'Two'],
      ['Ⅲ', '셋'],
      ['2.1', 'Four'],
      [undefined, 'I think so'],
      [undefined, '3D graphics'],
      [undefined, '2018 review'],
    ],
  );
});

test('bold lines are headings where they stand alone, bold sentences and bold words are not', async (t) => {
  const made = await read(
    t,
    '# A\n\n**참고**\n\nsee\n\n**이것은 굵게 쓴 문장입니다.**\n\n**중요**는 문장 속에 있다.\n\n줄 하나\n**<도중>**\n줄 둘\n\n***<기울임>***\n끝\n\n#### < 작은 제목 >\n내용',
  );
  assert.deepEqual(
    made.sections.map((one) => [one.depth, one.name]),
    [
      [1, 'A'],
      [2, '참고'],
      [2, '도중'],
      [2, '기울임'],
      [2, '작은 제목'],
    ],
  );
  assert.equal(
    section(made, 'chamgo').text,
    'see\n이것은 굵게 쓴 문장입니다.\n중요는 문장 속에 있다.\n줄 하나',
  );
});

test('what looks like a tag but is a name stays text; real tags go and leave their text', async (t) => {
  const made = await read(
    t,
    '**<Data Studio>**\n\n**<Video>**\n\n# B\n<div class="x"><p>안녕 <b>굵은</b> &amp; 글</p><script>bad()</script></div>\n\n가 <u>나</u> <!-- 숨김 --> 다<br>라 <BigQuery ML> 마',
  );
  assert.deepEqual(ids(made), ['data-studio', 'video', 'b']);
  assert.equal(section(made, 'b').text, '안녕 굵은 & 글\n가 나 다 라 <BigQuery ML> 마');
});

test('bold that Korean particles follow is bold', async (t) => {
  const made = await read(t, '# A\n이것은 **"중요"**하고 **(필수)**는 2 ** 3 이다. \\*\\*그대로\\*\\*');
  assert.equal(
    section(made, 'a').text,
    '이것은 "중요"하고 (필수)는 2 ** 3 이다. **그대로**'.replace(
      '"중요"하고 (필수)',
      '**"중요"**하고 **(필수)**',
    ),
  );
  const plain = await read(t, '# A\n이것은 **"중요"**하고 **(필수)**는 2 ** 3 이다.');
  assert.equal(section(plain, 'a').text, '이것은 "중요"하고 (필수)는 2 ** 3 이다.');
});

test('references and footnotes reach the section that uses them', async (t) => {
  const made = await read(
    t,
    '# A\n[글][ref] 그리고 주석[^1]\n\n# B\n본문\n\n[ref]: https://example.com/x\n[^1]: 덧붙임',
  );
  assert.equal(section(made, 'a').text, '글 그리고 주석\n덧붙임');
  assert.deepEqual(
    section(made, 'a').blocks.map((block) => block.type),
    ['paragraph', 'footnoteDefinition'],
  );
  assert.ok(JSON.stringify(section(made, 'a').blocks).includes('https://example.com/x'));
  assert.equal(section(made, 'b').text, '본문');
});

test('links are made absolute, and unsafe ones lose the link and keep the text', async (t) => {
  const body =
    '# A\n[하나](/x) [둘](javascript:alert(1)) [셋](#a) [넷](mailto:a@b.co) https://example.com를 [다섯](data:text/html,x)';
  const made = await read(t, body, 'https://blog.example/site');
  const blocks = JSON.stringify(section(made, 'a').blocks);
  assert.ok(blocks.includes('https://blog.example/site/x'));
  assert.ok(blocks.includes('mailto:a@b.co'));
  assert.ok(blocks.includes('"https://example.com"'));
  assert.ok(!/javascript|data:text/u.test(blocks));
  assert.equal(section(made, 'a').text, '하나 둘 셋 넷 https://example.com를 다섯');
  const without = await read(t, body);
  assert.ok(!JSON.stringify(section(without, 'a').blocks).includes('/x'));
});

test('lists, tables, code and quotes give a line each; headings inside them open nothing', async (t) => {
  const made = await read(
    t,
    '# A\n- 하나\n  - 둘\n\n> # 인용\n> 글\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n***',
  );
  assert.deepEqual(ids(made), ['a']);
  assert.equal(section(made, 'a').text, '하나\n둘\n인용\n글\na | b\nc | d\ncode');
  assert.ok(!JSON.stringify(section(made, 'a').blocks).includes('"heading"'));
});

test('text before the first heading is a section that opens the post', async (t) => {
  const made = await read(t, '여는 글\n\n## 다음\n글');
  assert.deepEqual(
    made.sections.map((one) => [one.id, one.lead, one.name, one.depth]),
    [
      ['start', true, 'Talk', 1],
      ['daeum', false, '다음', 1],
    ],
  );
});

test('sections know what stands above and below them', async (t) => {
  const made = await read(t, '# A\n## B\n**C**\n\nx\n\n### D\n# E');
  assert.deepEqual(
    ancestors(made, 'c').map((one) => one.id),
    ['a', 'b'],
  );
  assert.deepEqual(
    children(made, 'b').map((one) => one.id),
    ['c', 'd'],
  );
  assert.deepEqual(
    children(made, undefined).map((one) => one.id),
    ['a', 'e'],
  );
});
