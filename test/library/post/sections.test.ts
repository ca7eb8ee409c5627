import { expect, test } from 'vitest';
import { ancestors, children } from '#library/find.ts';
import type { Post } from '#library/model.ts';
import { folder, onlyPost, post, section } from '../folder.ts';

async function read(body: string, siteUrl?: string): Promise<Post> {
  return onlyPost(await (await folder({ 'a.md': post('Talk', body) })).read({ siteUrl }));
}

const ids = (of: Post) => of.sections.map((one) => one.id);

test('ids come from names: Latin, Hangul by rule, other scripts by hash, repeats numbered', async () => {
  const made = await read('# BigQuery ML\na\n# 정리\nb\n# 機械学習\nc\n# BigQuery ML\nd\n# Résumé & Co.\ne');
  expect(ids(made).toSpliced(2, 1)).toEqual(['bigquery-ml', 'jeongni', 'bigquery-ml-2', 'resume-co']);
  expect(ids(made)[2] ?? '').toMatch(/^x[0-9a-f]{7}$/u);
});

test('kramdown ids are honoured and never shown', async () => {
  const made = await read(
    '## 하나 {#one}\na\n\n## 둘\n{: #two .wide}\nb\n\n**<셋>**\n{: #three}\n\nc\n\n## 넷 {: #four}\nd',
  );
  expect(ids(made)).toEqual(['one', 'two', 'three', 'four']);
  expect(made.sections.map((one) => [one.name, one.text])).toEqual([
    ['하나', 'a'],
    ['둘', 'b'],
    ['셋', 'c'],
    ['넷', 'd'],
  ]);
});

test('numbering is kept for display and dropped from names and ids', async () => {
  const made = await read(
    '# 1. One\na\n# IV. Two\nb\n# Ⅲ 셋\nc\n# 2.1 Four\nd\n# I think so\ne\n# 3D graphics\nf\n# 2018 review\ng',
  );
  expect(made.sections.map((one) => [one.numeral, one.name])).toEqual([
    ['1.', 'One'],
    ['IV.', 'Two'],
    ['Ⅲ', '셋'],
    ['2.1', 'Four'],
    [undefined, 'I think so'],
    [undefined, '3D graphics'],
    [undefined, '2018 review'],
  ]);
});

test('bold lines are headings where they stand alone, bold sentences and bold words are not', async () => {
  const made = await read(
    '# A\n\n**참고**\n\nsee\n\n**이것은 굵게 쓴 문장입니다.**\n\n**중요**는 문장 속에 있다.\n\n줄 하나\n**<도중>**\n줄 둘\n\n***<기울임>***\n끝\n\n#### < 작은 제목 >\n내용',
  );
  expect(made.sections.map((one) => [one.depth, one.name])).toEqual([
    [1, 'A'],
    [2, '참고'],
    [2, '도중'],
    [2, '기울임'],
    [2, '작은 제목'],
  ]);
  expect(section(made, 'chamgo').text).toBe(
    'see\n이것은 굵게 쓴 문장입니다.\n중요는 문장 속에 있다.\n줄 하나',
  );
});

test('what looks like a tag but is a name stays text; real tags go and leave their text', async () => {
  const made = await read(
    '**<Data Studio>**\n\n**<Video>**\n\n# B\n<div class="x"><p>안녕 <b>굵은</b> &amp; 글</p><script>bad()</script></div>\n\n가 <u>나</u> <!-- 숨김 --> 다<br>라 <BigQuery ML> 마',
  );
  expect(ids(made)).toEqual(['data-studio', 'video', 'b']);
  expect(section(made, 'b').text).toBe('안녕 굵은 & 글\n가 나 다 라 <BigQuery ML> 마');
});

test('a captured list of pictures is the pictures of a gallery, and no text', async () => {
  const made = await read(
    '# A\n\n{% capture images %}\n  https://a.b/1.png\n  https://a.b/2.jpg\n{% endcapture %}\n{% include gallery images=images cols=2 %}\n\n글\n\n{% capture note %}\n알림\n{% endcapture %}\n<div class="notice">{{ note | markdownify }}</div>\n',
  );
  expect(section(made, 'a').text).toBe('글\n알림');
  expect(section(made, 'a').images.map((image) => image.kind === 'url' && image.url)).toEqual([
    'https://a.b/1.png',
    'https://a.b/2.jpg',
  ]);
});

test('a contents list of plain words goes, another list under such a heading stays', async () => {
  const made = await read(
    '# A\n\n### 목차\n\n- 첫 장\n- 2. 둘째 장\n- 끝맺음\n\n### 첫 장\n\n글\n\n### 둘째 장\n\n글',
  );
  expect(ids(made)).toEqual(['a', 'cheot-jang', 'duljjae-jang']);
  const other = await read(
    '# A\n\n## Contents\n\n- flour\n- water\n\n## Baking\n\ntext\n\n## Kinds\n\n- Baking\n- Frying',
  );
  expect(section(other, 'contents').text).toBe('flour\nwater');
  expect(section(other, 'kinds').text).toBe('Baking\nFrying');
});

test('entries of notes are a line each, other lines of a paragraph are one', async () => {
  const made = await read(
    '# A\n\nL3: alone  \nL4: in a team\nL5: beyond it\n\n한 문장이\n두 줄에: 걸친다\n그리고 끝난다.',
  );
  expect(section(made, 'a').text).toBe(
    'L3: alone\nL4: in a team\nL5: beyond it\n한 문장이 두 줄에: 걸친다 그리고 끝난다.',
  );
});

test('a mention of somebody is a link with the name, a card one with its address', async () => {
  const made = await read('# A\n@[patrick](https://a.b/patrick) 씀\n\n@[card](https://a.b/c)');
  expect(section(made, 'a').text).toBe('patrick 씀\nhttps://a.b/c');
});

test('marks around a picture go with it', async () => {
  const made = await read('# A\n포스터\n: ![p](https://a.b/p.png)\n\n(![q](https://a.b/q.png))\n\n끝: 글');
  expect(section(made, 'a').text).toBe('포스터\n끝: 글');
  expect(section(made, 'a').images).toHaveLength(2);
});

test('bold that Korean particles follow is bold', async () => {
  const made = await read('# A\n이것은 **"중요"**하고 **(필수)**는 2 ** 3 이다. \\*\\*그대로\\*\\*');
  expect(section(made, 'a').text).toBe('이것은 "중요"하고 (필수)는 2 ** 3 이다. **그대로**');
});

test('references and footnotes reach the section that uses them', async () => {
  const made = await read(
    '# A\n[글][ref] 그리고 주석[^1]\n\n# B\n본문\n\n[ref]: https://example.com/x\n[^1]: 덧붙임',
  );
  expect(section(made, 'a').text).toBe('글 그리고 주석\n덧붙임');
  expect(section(made, 'a').blocks.map((block) => block.type)).toEqual(['paragraph', 'footnoteDefinition']);
  expect(JSON.stringify(section(made, 'a').blocks)).toContain('https://example.com/x');
  expect(section(made, 'b').text).toBe('본문');
});

test('links are made absolute, and unsafe ones lose the link and keep the text', async () => {
  const body =
    '# A\n[하나](/x) [둘](javascript:alert(1)) [셋](#a) [넷](mailto:a@b.co) https://example.com를 [다섯](data:text/html,x)';
  const made = await read(body, 'https://blog.example/site');
  const blocks = JSON.stringify(section(made, 'a').blocks);
  expect(blocks).toContain('https://blog.example/site/x');
  expect(blocks).toContain('mailto:a@b.co');
  expect(blocks).toContain('"https://example.com"');
  expect(blocks).not.toMatch(/javascript|data:text/u);
  expect(section(made, 'a').text).toBe('하나 둘 셋 넷 https://example.com를 다섯');
  const without = await read(body);
  expect(JSON.stringify(section(without, 'a').blocks)).not.toContain('/x');
});

test('lists, tables, code and quotes give a line each; headings inside them open nothing', async () => {
  const made = await read(
    '# A\n- 하나\n  - 둘\n\n> # 인용\n> 글\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n***',
  );
  expect(ids(made)).toEqual(['a']);
  expect(section(made, 'a').text).toBe('하나\n둘\n인용\n글\na | b\nc | d\ncode');
  expect(JSON.stringify(section(made, 'a').blocks)).not.toContain('"heading"');
});

test('text before the first heading is a section that opens the post', async () => {
  const made = await read('여는 글\n\n## 다음\n글');
  expect(made.sections.map((one) => [one.id, one.lead, one.name, one.depth])).toEqual([
    ['start', true, 'Talk', 1],
    ['daeum', false, '다음', 1],
  ]);
});

test('sections know what stands above and below them', async () => {
  const made = await read('# A\n## B\n**C**\n\nx\n\n### D\n# E');
  expect(ancestors(made, 'c').map((one) => one.id)).toEqual(['a', 'b']);
  expect(children(made, 'b').map((one) => one.id)).toEqual(['c', 'd']);
  expect(children(made, undefined).map((one) => one.id)).toEqual(['a', 'e']);
});

test('each picture knows how many blocks stand before it: lists and lines are cut at theirs', async () => {
  const made = await folder({
    'a.md': post(
      '그림',
      '![](a.png)\n\n글.\n\n1. 하나\n   ![](b.png)\n2. 둘\n3. 셋\n   ![](none.png)\n4. 넷\n\n앞\n![](c.png)\n뒤 ![](d.png)',
    ),
  });
  for (const name of 'abcd') await made.write(`${name}.png`, 'x');
  const { blocks, images, imagesAfter } = onlyPost(await made.read()).sections[0] ?? expect.unreachable();
  expect(images.map((image) => (image.kind === 'file' ? image.name : ''))).toEqual([
    'a.png',
    'b.png',
    'c.png',
    'd.png',
  ]);
  expect(imagesAfter).toEqual([0, 2, 5, 6]);
  expect(blocks.map((block) => (block.type === 'list' ? block.start : block.type))).toEqual([
    'paragraph',
    1,
    2,
    4,
    'paragraph',
    'paragraph',
  ]);
});

test('a picture that is named alone is found wherever it lies, with or without the ending of its file', async () => {
  const made = await folder({
    'a.docc/notes/a.md': post('그림', '![](map)\n\n![](pier.png)\n\n![](two)'),
    'a.docc/Images/map@2x.png': 'x',
    'a.docc/Images/pier.png': 'x',
    'a.docc/Images/two.png': 'x',
    'a.docc/Images/two.jpg': 'x',
  });
  const library = await made.read();
  const images = onlyPost(library).sections.flatMap((one) => one.images);
  expect(images.map((image) => (image.kind === 'file' ? image.name : ''))).toEqual([
    'a-docc-images-map-2x.png',
    'a-docc-images-pier.png',
  ]);
  expect(library.findings.filter(({ code }) => code === 'missing-image').map(({ line }) => line)).toEqual([
    8,
  ]);
});
