import { calloutTitle } from '../tags/callout.ts';
import { callout, EMBEDS, film, link, picture, quote, tags, text } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

/** What stands behind a comma: Hexo's themes write `class, text` and `title, address`. */
function parts(raw: string): string[] {
  return raw.split(',').map((part) => part.trim().replace(/^["']|["']$/gu, ''));
}

function attribution(words: readonly string[], raw: string): string {
  const address = words.find((word) => /^https?:/u.test(word));
  const said = raw
    .replace(address ?? '\0', '')
    .replaceAll('"', '')
    .split(',')
    .map((part) => part.trim());
  const source = said.filter((part) => part !== '').join(', ');
  return source === '' ? '' : `— ${link(source, address)}`;
}

const ADDRESS = /^(?:https?:|\/)/u;

/** Hexo and its themes: tags of Nunjucks. */
export const hexo: Dialect = {
  name: 'hexo',
  marks: /\{%/u,
  liquid: {
    ...tags(
      { as: 'code' },
      'codeblock',
      'code',
      'mermaid',
      'pre',
      'chart',
      'echarts',
      'flow',
      'sequence',
      'graph',
    ),
    ...tags(
      quote(({ words, raw }) => attribution(words, raw)),
      'blockquote',
      'quote',
    ),
    ...tags(
      quote(() => ''),
      'pullquote',
      'centerquote',
      'cq',
    ),
    ...tags(callout, 'note', 'notel', 'alert', 'callout', 'tip', 'admonition', 'message', 'subnote'),
    ...tags(
      quote(({ raw }) => calloutTitle('', parts(raw)[0] ?? '')),
      'folding',
      'hideToggle',
      'hideBlock',
      'spoiler',
      'fold',
      'collapse',
    ),
    ...tags(
      { as: 'nothing' },
      'tabs',
      'tab',
      'subtabs',
      'timeline',
      'timenode',
      'gallery',
      'grouppicture',
      'gp',
      'flink',
      'row',
      'column',
      'grid',
      'cell',
      'box',
      'asset_path',
      'post_path',
      'hideInline',
      'swiper',
      'series',
      'jsfiddle',
      'include_code',
      'caniuse',
      'can',
      'aplayer',
      'aplayerlist',
      'aplayerlrc',
      'meting',
      'music',
      'dplayer',
      'iframe',
      'pdf',
      'right',
      'center',
      'larger',
      'fullimage',
      'fi',
    ),
    ...tags(
      text(({ raw }) => parts(raw).slice(1).join(', ') || raw),
      'span',
      'p',
      'bubble',
      'checkbox',
      'radio',
    ),
    ...tags(
      text(({ raw }) => raw),
      'u',
      'emp',
      'wavy',
      'psw',
      'kbd',
      'sup',
      'sub',
      'del',
    ),
    label: text(({ raw }) =>
      raw
        .replace(/^[\w-]*@/u, '')
        .replace(
          /\s+(?:blue|pink|red|purple|orange|green|default|primary|info|success|warning|danger)$/u,
          '',
        ),
    ),
    ...tags(
      text(({ raw, words }) => {
        const [first = '', second = ''] = parts(raw).length > 1 ? parts(raw) : words;
        return ADDRESS.test(first)
          ? link(second || first, first)
          : link(first, ADDRESS.test(second) ? second : undefined);
      }),
      'btn',
      'button',
      'btns',
    ),
    link: text(({ raw, words }) => {
      const all = raw.includes(',') ? parts(raw) : words;
      const address = all.find((word) => /^https?:/u.test(word));
      if (address !== undefined)
        return link(
          all.filter((word) => word !== address && !/^(?:true|false)$/u.test(word))[0] ?? '',
          address,
        );
      const [path = ''] = words;
      return link(path.slice(path.lastIndexOf('/') + 1), path.includes('.') ? `/${path}` : undefined);
    }),
    ...tags(
      text(({ words }) => {
        const address = words.find((word) => /\.\w{2,5}(?:[?#].*)?$|^https?:|^\//u.test(word));
        const at = address === undefined ? -1 : words.indexOf(address);
        const titles = words
          .slice(at + 1)
          .filter((word) => !/^(?:\d+(?:%|px)?|auto)$/u.test(word))
          .join(' ');
        const [title = '', alt] = titles.split(/["']/u);
        return address === undefined ? titles : picture((alt ?? title).trim() || title.trim(), address);
      }),
      'img',
      'asset_img',
      'image',
      'inlineImg',
      'ghcard',
    ),
    ...tags(
      text(({ words }) => {
        const [slug = '', ...title] = words.filter((word) => !/^(?:true|false)$/u.test(word));
        return link(title.join(' ') || slug.replaceAll(/[-_]+/gu, ' '), `${slug.replace(/\.md$/u, '')}.md`);
      }),
      'post_link',
    ),
    asset_link: text(({ words: [file = '', ...title] }) => link(title.join(' ') || file, file)),
    ...EMBEDS,
    bilibili: film('Bilibili', (id) => `https://www.bilibili.com/video/${id}`),
    video: text(({ words: [address = ''] }) => link('', address)),
  },
  keys: { hiddenIf: ['hidden', 'hide'], hiddenUnless: ['published'], image: ['cover', 'top_img', 'banner'] },
  // `{% tabs %}` names each of its tabs in a comment.
  rewrite: (prose) =>
    /\{%\s*(?:sub)?tabs/u.test(prose)
      ? prose.replace(/<!--\s*tab\s+([^@\n]+?)(?:@[^\n]*)?\s*-->/gu, (_, title: string) => `**${title}** ▾`)
      : prose,
};
