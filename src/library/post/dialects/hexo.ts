import { calloutTitle } from '../tags/callout.ts';
import { callout, EMBEDS, embedById, link, picture, quote, tags, text } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

/** What stands behind a comma: Hexo's themes write `class, text` and `title, address`. */
function parts(raw: string): string[] {
  return raw
    .split(/,|::/u)
    .map((part) => part.trim().replace(/^["']|["']$/gu, ''))
    .filter((part) => part !== '');
}

const BILIBILI = embedById('Bilibili', (id) => `https://www.bilibili.com/video/${id}`);

const COLOURS =
  'red|orange|amber|yellow|green|lime|cyan|blue|light|dark|purple|pink|grey|gray|black|white|default|primary|info|success|warning|danger|open|close';
const LOOK = new RegExp(
  `^(?:(?:${COLOURS})(?=\\s|$)|(?:color|child|style|api|active|width|type):\\S*)\\s*`,
  'iu',
);

/** The visible parts of a tag: without colours and options. */
function visibleArguments(raw: string): string[] {
  return parts(raw)
    .map((part) => {
      let rest = part;
      for (let next = rest.replace(LOOK, ''); next !== rest; next = rest.replace(LOOK, '')) rest = next;
      return rest
        .replace(/\s+(?:color|child|style|width):\S+/giu, '')
        .replace(/[:：]$/u, '')
        .trim();
    })
    .filter((part) => part !== '');
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
      quote(({ words, raw, named: { author } }) =>
        author === undefined ? attribution(words, raw) : `— ${author}`,
      ),
      'blockquote',
      'quote',
    ),
    ...tags(
      quote(() => ''),
      'pullquote',
      'centerquote',
      'cq',
    ),
    ...tags(
      callout,
      'note',
      'noteblock',
      'notel',
      'alert',
      'callout',
      'tip',
      'admonition',
      'message',
      'subnote',
    ),
    ...tags(
      quote(({ raw }) => calloutTitle('', visibleArguments(raw)[0] ?? '')),
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
    ...tags(
      text(({ raw }) => calloutTitle('', visibleArguments(raw)[0] ?? '')),
      'timeline',
      'timenode',
      'tag',
      'navbar',
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
    bilibili: BILIBILI,
    video: text(({ words: [address = ''] }) => {
      const [, site = '', id = ''] = /^(bilibili|youtube|vimeo):(\S+)$/u.exec(address) ?? [];
      const reading = site === 'bilibili' ? BILIBILI : EMBEDS[site];
      return reading?.as === 'text' ? reading.text({ raw: id, words: [id], named: {} }) : link('', address);
    }),
  },
  keys: { hiddenIf: ['hidden', 'hide'], hiddenUnless: ['published'], image: ['cover', 'top_img', 'banner'] },
  // Tabs and the points of a line of time have their names in comments.
  rewrite: (prose) =>
    /\{%\s*(?:(?:sub)?tabs|timeline)/iu.test(prose)
      ? prose.replace(
          /<!--\s*(?:tab|timeline|node)\s+([^@\n]+?)(?:@[^\n]*)?\s*-->/gu,
          (_, title: string) => `**${title}** ▾`,
        )
      : prose,
};
