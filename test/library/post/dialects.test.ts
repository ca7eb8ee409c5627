import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Post } from '#library/model.ts';
import { draftOfText } from '#library/post/draft.ts';
import { assemble } from '#library/series/assemble.ts';
import { NO_GLOSSARY } from '#library/topics/model.ts';
import { letters } from '../../pages/visible.ts';
import { NO_FOLDER, postsOf } from '../folder.ts';
import { leaksIn, shownOf } from '../reading.ts';

/** A piece of a post: words that must be read stand in `w(…)`, words that nobody may read in `x(…)`. */
type Piece = (w: () => string, x: () => string) => string;

const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, at) => ((at === 0 ? first : rest) + line).trimEnd())
    .join('\n');

/** Where a piece stands: by itself mostly, in a quote, in an item of a list. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => indented(text, '> ', '> '),
  (text) => indented(text, '- ', '  '),
  (text) => indented(text, '1. ', '   '),
];

/** How a generator writes posts. */
interface Written {
  readonly file: string;
  readonly front: (title: string) => string;
  readonly pieces: readonly Piece[];
}

const yaml = (title: string): string => `---\ntitle: ${title}\ndate: 2024-01-02\n---\n`;

/** What all of them have in common. */
const MARKDOWN: readonly Piece[] = [
  (w) => `${w()} ${w()}.`,
  (w) => `## ${w()} ${w()}\n\n${w()}`,
  (w) => `**${w()}**은 *${w()}*와 ~~${w()}~~ ${w()}`,
  (w) => `- ${w()}\n- ${w()}\n  - ${w()}`,
  (w) => `1. ${w()}\n2. ${w()}`,
  (w) => `> ${w()}\n> ${w()}`,
  (w) => `| ${w()} | ${w()} |\n|---|---|\n| ${w()} | ${w()} |`,
  (w) => `\`\`\`js\n// ${w()} {{ x }} ::: [[y]]\n\`\`\``,
  (w) => `[${w()}](https://example.com/${'a'}_(b)) \`${w()}\``,
  (w) => `<div class="a > b">${w()}<br>${w()}</div>`,
  (w) => `<table><tr><td>${w()}</td><td>${w()} &amp; ${w()}</td></tr></table>`,
  (w, x) => `${w()} <!-- ${x()} --> ${w()}`,
  (w) => `<details>\n<summary>${w()}</summary>\n\n${w()}\n\n</details>`,
  (w) => `- [ ] ${w()}\n- [x] ${w()}`,
  (w) => `<iframe src="https://www.youtube.com/embed/abc" title="${w()}"></iframe>`,
  (w) => `<table><caption>${w()}</caption><tr><td>${w()}</td></tr></table>`,
  (w) => `<div><q>${w()}</q> <ruby>${w()}<rp>(</rp><rt>${w()}</rt><rp>)</rp></ruby> <u>${w()}</u></div>`,
  (w) => `<video controls title="${w()}"><source src="https://a.b/c.mp4"></video>`,
];

const DIALECTS: Readonly<Record<string, Written>> = {
  jekyll: {
    file: '_posts/2024-01-02-post.md',
    front: yaml,
    pieces: [
      (w) => `{% highlight ruby linenos %}\n# ${w()}\n{% endhighlight %}`,
      (w) => `{% raw %}${w()}{% endraw %} ${w()}`,
      (_, x) => `{% comment %}\n${x()}\n{% endcomment %}`,
      (w, x) => `${w()} {% comment %}${x()}{% endcomment %} ${w()}`,
      (w) => `{% include figure.html src="/a.png" caption="${w()}" %}`,
      (w) => `{% include nav.html %} ${w()}`,
      (w) => `[${w()}]({% post_url 2023-01-01-other %}) [${w()}]({{ site.baseurl }}/x/)`,
      (w) => `${w()}\n{: .prompt-info }`,
      (w) => `> ${w()}\n{: .prompt-tip #x }`,
      (w) => `- ${w()}\n- ${w()}\n{: .list }`,
      (w) => `## ${w()} {#anchor}\n{:.no_toc}\n\n${w()}`,
      () => '* TOC\n{:toc}',
      (w) => `![x](/a.png){: width="3" .left}\n\n${w()} *${w()}*{: .em}`,
      (w) => `{% if site.x %}\n${w()}\n{% endif %}`,
      (w) => `${w()} {{ page.date | date: "%Y" }} ${w()}`,
      (_, x) => `{::comment}\n${x()}\n{:/comment}`,
      (w) => `{% youtube abc %} {% widget ${'1'} %} ${w()}`,
      (w) => `<div markdown="1">\n\n**${w()}**\n\n</div>`,
    ],
  },
  hexo: {
    file: 'source/_posts/post.md',
    front: (title) => `title: ${title}\ndate: 2024-01-02 10:00:00\n---\n`,
    pieces: [
      (w) => `{% codeblock lang:js %}\n# ${w()}\n{% endcodeblock %}`,
      (w) => `{% asset_img a.png ${'x'} %}\n\n${w()}`,
      (w) => `{% post_link other-post ${w()} %}`,
      (w) => `{% blockquote ${w()}, https://example.com %}\n${w()}\n{% endblockquote %}`,
      (w) => `{% note info %}\n${w()}\n{% endnote %}`,
      (w) => `{% note warning ${w()} %}\n${w()}\n{% endnote %}`,
      (w) => `{% tabs x %}\n<!-- tab ${w()} -->\n${w()}\n<!-- endtab -->\n{% endtabs %}`,
      (w) => `{% label primary@${w()} %} {% btn https://a.b, ${w()}, home %}`,
      (w) => `{% cq %}${w()}{% endcq %}`,
      (w) => `${w()}\n\n<!-- more -->\n\n${w()}`,
      (w) => `{% hideToggle ${w()} %}\n${w()}\n{% endhideToggle %}`,
      (w) => `{% mystery 1 %}\n${w()}\n{% endmystery %}`,
      (w) => `##${w()}\n\n${w()}`,
      (w) => `{% span red, ${w()} %} {% checkbox checked, ${w()} %} {% kbd ${w()} %}`,
      (w) => `{% timeline ${w()} %}\n<!-- timeline 1 -->\n${w()}\n<!-- endtimeline -->\n{% endtimeline %}`,
      (w) => `{% link ${w()}, https://example.com %} {% asset_link a.zip ${w()} %}`,
      (w) => `{% img /a.png "x" %}\n\n{% video youtube:abc %} ${w()}`,
      (w) => `{% img /a.png)\n\n${w()} (${w()}) ${w()}\n\n{% img /b.png %}`,
    ],
  },
  hugo: {
    file: 'content/posts/post/index.md',
    front: (title) => `+++\ntitle = "${title}"\ndate = 2024-01-02\ndraft = false\n+++\n`,
    pieces: [
      (w) => `{{< figure src="a.png" caption="${w()}" >}}`,
      (w) => `{{% notice tip "${w()}" %}}\n${w()}\n{{% /notice %}}`,
      (w) => `{{< notice warning >}}\n${w()}\n{{< /notice >}}`,
      (w) => `{{< highlight go "linenos=table" >}}\n# ${w()}\n{{< /highlight >}}`,
      (w) => `[${w()}]({{< ref "posts/other.md" >}}) {{< youtube abc >}}`,
      (w) => `{{< details "${w()}" >}}\n${w()}\n{{< /details >}}`,
      (w) => `{{< tabs >}}\n{{< tab "${w()}" >}}\n${w()}\n{{< /tab >}}\n{{< /tabs >}}`,
      (w) => `{{< mystery id=1 >}}${w()}{{< /mystery >}}`,
      (w) => `{{< button href="https://a.b" >}}${w()}{{< /button >}}`,
      (w) => `## ${w()} {#anchor .class}\n\n${w()}`,
      (w, x) => `${w()} {{/* ${x()} */}} {{< comment >}}${x()}{{< /comment >}} ${w()}`,
      (w) => `${w()}\n\n<!--more-->\n\n${w()}`,
      (w) => `{{< alert type="warning" title="${w()}" >}}\n${w()}\n{{< /alert >}}`,
      (w) => `{{% tip "${w()}" %}}\n${w()}\n{{% /tip %}}\n\n{{% info %}}\n${w()}\n{{% /info %}}`,
      (w) => `{{< caution >}}\n${w()}\n{{< /caution >}}\n\n{{< danger "${w()}" >}}\n${w()}\n{{< /danger >}}`,
      (w) => `{{< quote author="${w()}" link="https://a.b" >}}\n${w()}\n{{< /quote >}}`,
      (w) => `{{< card title="${w()}" href="https://a.b" subtitle="${w()}" >}}`,
      (w) =>
        `{{< linkcard url="https://a.b" title="${w()}" >}} {{< btn href="https://a.b" title="${w()}" >}}`,
      (w) => `{{< badge "${w()}" >}} {{< github repo="a/b" >}} ${w()} {{< icon "star" >}}`,
      (w) =>
        `{{< filetree/folder name="${w()}" >}}\n{{< filetree/file name="${w()}" >}}\n{{< /filetree/folder >}}`,
    ],
  },
  docusaurus: {
    file: 'blog/2024-01-02-post.mdx',
    front: yaml,
    pieces: [
      (w) => `:::note ${w()}\n\n${w()}\n\n:::`,
      (w) => `:::tip[${w()}]\n${w()}\n:::`,
      (w) => `::::danger\n${w()}\n\n:::info ${w()}\n${w()}\n:::\n\n::::`,
      (w) => `<Tabs>\n  <TabItem value="a" label="${w()}">\n\n    ${w()}\n\n  </TabItem>\n</Tabs>`,
      (w) => `<Card title="x">\n\n**${w()}**\n\n</Card>`,
      (w) => `${w()} <Highlight color="#25c2a0">${w()}</Highlight> {props.name} ${w()}`,
      (w, x) => `${w()} {/* ${x()} */} ${w()}`,
      (_, x) => `{/*\n${x()}\n*/}`,
      (w) => `## ${w()} {#anchor}\n\n${w()}`,
      (_, x) => `export const data = {\n  a: '${x()}',\n};`,
      (w) => `<Widget data={[1, 2]} on={() => <b>x</b>} />\n\n${w()}`,
      (w) => `<span style={{color: 'red'}}>${w()}</span> ${w()}`,
      (w) => `{/* truncate */}\n\n${w()}`,
      (w) => `<Admonition type="tip" title="${w()}">\n\n${w()}\n\n</Admonition>`,
      (w) => `<img src={require('./a.png').default} alt="x" />\n\n${w()}`,
      (w) => `\`\`\`mdx-code-block\n<Tabs>\n\n${w()}\n\n</Tabs>\n\`\`\``,
    ],
  },
  zenn: {
    file: 'articles/post.md',
    front: (title) => `---\ntitle: "${title}"\nemoji: "⚓"\ntopics: ["a"]\npublished: true\n---\n`,
    pieces: [
      (w) => `:::message\n${w()}\n:::`,
      (w) => `:::message alert\n${w()}\n:::`,
      (w) => `:::details ${w()}\n${w()}\n:::`,
      (w) => `::::details ${w()}\n:::message\n${w()}\n:::\n::::`,
      (w) => `@[youtube](abc)\n\n${w()}`,
      (w) => `@[card](https://example.com)\n\n${w()}`,
      (w) => `![x](https://example.com/a.png =400x)\n*${w()}*`,
      (w) => `${w()}^[${w()}]です`,
      (w) => `\`\`\`ts:a.ts\n// ${w()}\n\`\`\``,
      (w) => `:::note info\n${w()}\n:::`,
      (w) => `**「${w()}」**です`,
    ],
  },
  obsidian: {
    file: '노트/글.md',
    front: (title) => `---\ntitle: ${title}\ntags: [a/b]\ncreated: 2024-01-02\n---\n`,
    pieces: [
      (w) => `[[${w()}]]와 [[x|${w()}]]와 [[x#${w()}]]`,
      (w) => `![[hall.png|400]]\n\n${w()}`,
      (w) => `> [!note] ${w()}\n> ${w()}`,
      (w) => `> [!warning]- ${w()}\n> ${w()}\n>> [!tip]\n>> ${w()}`,
      (w) => `==${w()}==와 ${w()}`,
      (w) => `${w()} ^block-1`,
      (w, x) => `${w()} %%${x()}%% ${w()}`,
      (_, x) => `%%\n${x()}\n\n${x()}\n%%`,
      (w) => `${w()} #태그/하위 ${w()}`,
      (w) => `- [-] ${w()}\n- [>] ${w()}`,
      (w) => `| a | b |\n|---|---|\n| [[x\\|${w()}]] | ${w()} |`,
      (_, x) => `\`\`\`dataview\nTABLE ${x()}\n\`\`\``,
      (w) => `field:: ${w()}`,
    ],
  },
  mkdocs: {
    file: 'docs/post.md',
    front: yaml,
    pieces: [
      (w) => `!!! note "${w()}"\n    ${w()}\n\n    - ${w()}`,
      (w) => `??? warning\n    ${w()}`,
      (w) => `=== "${w()}"\n\n    ${w()}\n\n=== "${w()}"\n\n    \`\`\`sh\n    # ${w()}\n    \`\`\``,
      (w) => `[${w()}](https://a.b){ .md-button } ++ctrl+t++ :material-waves: ${w()}`,
      (w) => `${w()} { .annotate }`,
      (w) => `--8<-- "x.md"\n\n${w()}`,
    ],
  },
  vuepress: {
    file: 'posts/post.md',
    front: yaml,
    pieces: [
      (w) => `::: tip ${w()}\n${w()}\n:::`,
      (w) => `:::: tabs\n\n@tab ${w()}\n\n${w()}\n\n::::`,
      (w) => `::: code-group\n\n\`\`\`js [npm]\n// ${w()}\n\`\`\`\n\n:::`,
      (w) => `<<< @/x.js{1}\n\n${w()}`,
      (w) => `${w()} <Badge type="tip" text="x" /> ${w()} {{ $frontmatter.title }}`,
      (_, x) => `<script setup>\nconst a = '${x()}'\n</script>`,
      (_, x) => `<style scoped>\n.${x()} { color: red }\n</style>`,
    ],
  },
  notion: {
    file: '글 0123456789abcdef0123456789abcdef.md',
    front: (title) => `# ${title}\n\n작성일: 2024년 3월 4일\n태그: a, b\n\n`,
    pieces: [
      (w) => `<aside>\n💡 ${w()}\n\n</aside>`,
      (w) => `- ${w()}\n    \n    ${w()}\n    `,
      (w) => `[${w()}](%ED%95%98%EC%9C%84%200123456789abcdef0123456789abcdef.md)`,
      (w) => `![${'Untitled'}](%EA%B8%80/Untitled.png)\n\n${w()}`,
    ],
  },
};

/** Reads one text as the only post of a library. */
async function read(
  file: string,
  text: string,
): Promise<{ readonly post: Post; readonly leaks: readonly string[] }> {
  const options = { siteUrl: undefined, defaultLanguage: 'ko' };
  const draft = draftOfText(file, text);
  const { library } = await assemble([draft], NO_FOLDER, NO_GLOSSARY, options, undefined, []);
  const [post] = postsOf(library);
  if (post === undefined) return expect.unreachable('no post');
  return { post, leaks: leaksIn(library, post) };
}

const SYLLABLES =
  '가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후';

/** Asserts that a post of some pieces, each in its place, shows every word of its prose, and none of what it hides. */
async function expectRead(
  { file, front }: Written,
  parts: readonly (readonly [Piece, (typeof PLACES)[number]])[],
  crlf = false,
): Promise<void> {
  const kept: string[] = [];
  const hidden: string[] = [];
  const word = (list: string[], start: string) => () => {
    const made = `${start}${SYLLABLES.charAt(list.length % SYLLABLES.length)}${list.length}`;
    list.push(made);
    return made;
  };
  const body = parts
    .map(([piece, place]) => {
      const written = piece(word(kept, '낱말'), word(hidden, '비밀'));
      // Modules stand at the edge alone.
      return written.startsWith('export') ? written : place(written);
    })
    .join('\n\n');
  const text = `${front('제목')}${body}\n`;
  const { post, leaks } = await read(file, crlf ? text.replaceAll('\n', '\r\n') : text);
  const shown = post.sections.map((section) => `${section.name}\n${shownOf(post, section)}`).join('\n');
  const seen = letters(shown);
  expect(
    kept.filter((one) => !seen.includes(one)),
    body,
  ).toEqual([]);
  expect(
    hidden.filter((one) => JSON.stringify(post).includes(one) || seen.includes(one)),
    body,
  ).toEqual([]);
  expect(leaks, body).toEqual([]);
  expect(post.title).toBe('제목');
}

describe.each(Object.entries(DIALECTS))('any post as %s writes it', (_, written) => {
  const pieces = [...MARKDOWN, ...written.pieces];

  test('shows every word of its prose, none of what it hides, and no syntax', async () => {
    const chosen = fc.array(
      fc.tuple(fc.constantFrom(...pieces, ...written.pieces), fc.constantFrom(...PLACES)),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(chosen, fc.boolean(), (parts, crlf) => expectRead(written, parts, crlf)),
      { numRuns: 40 },
    );
  });

  test('shows each piece by itself, wherever it stands', async () => {
    for (const place of new Set(PLACES)) {
      for (const piece of pieces) await expectRead(written, [[piece, place]]);
    }
  });
});
