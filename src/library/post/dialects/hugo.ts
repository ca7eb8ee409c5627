import { calloutTitle } from '../tags/callout.ts';
import { asCode } from '../tags/literal.ts';
import { callout, EMBEDS, embedById, figure, link, quote, tags, text } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

const titled = quote(({ words, named }) =>
  calloutTitle('', named['title'] ?? named['summary'] ?? named['label'] ?? words.join(' ')),
);

/** A page of the site as `ref` names it. */
function page(written: string): string {
  const [path = '', anchor] = written.split('#');
  const file = path === '' || /\.\w{2,8}$/u.test(path) || path.endsWith('/') ? path : `${path}.md`;
  return anchor === undefined ? file : `${file}#${anchor}`;
}

/** Hugo and its themes: shortcodes. */
export const hugo: Dialect = {
  name: 'hugo',
  marks: /\{\{[<%]/u,
  shortcodes: {
    ...tags(
      { as: 'code' },
      'highlight',
      'mermaid',
      'math',
      'katex',
      'chart',
      'echarts',
      'plantuml',
      'code',
      'diagram',
    ),
    ...tags({ as: 'hidden' }, 'comment', 'css', 'style'),
    ...tags(callout, 'notice', 'callout', 'hint', 'admonition', 'note', 'blocknotice', 'message'),
    ...tags(
      quote(({ words: [kind = ''], named }) =>
        calloutTitle(named['type'] ?? named['color'] ?? kind, named['title'] ?? named['heading'] ?? ''),
      ),
      'alert',
      'pageinfo',
    ),
    ...tags(
      quote(({ words, named }) => calloutTitle('tip', named['title'] ?? words.join(' '))),
      'tip',
    ),
    ...tags(
      quote(({ words, named }) => calloutTitle('warning', named['title'] ?? words.join(' '))),
      'warning',
      'caution',
    ),
    ...tags(
      quote(({ words, named }) => calloutTitle('danger', named['title'] ?? words.join(' '))),
      'danger',
    ),
    ...tags(
      quote(({ words, named }) => calloutTitle('', named['title'] ?? words.join(' '))),
      'info',
      'question',
    ),
    ...tags(titled, 'details', 'expand', 'collapse', 'accordion', 'spoiler', 'fold', 'toggle'),
    ...tags(
      quote(({ named }) =>
        [named['author'], named['source'], named['link']].some((part) => part)
          ? `— ${link([named['author'], named['source']].filter((part) => part).join(', '), named['link'])}`
          : '',
      ),
      'quote',
      'blockquote',
    ),
    ...tags(
      { as: 'nothing' },
      'tabs',
      'tabpane',
      'columns',
      'column',
      'steps',
      'cards',
      'rawhtml',
      'raw',
      'html',
      'lead',
      'center',
      'toc',
      'load-plotly',
      'gallery',
      'carousel',
      'timeline',
      'param',
      'pages',
      'children',
      'rawHTML',
      'typeit',
      'music',
      'align',
      'unsafe',
      'section',
      'div',
      'span',
      'markdown',
      'article',
      'list',
      'recent-posts',
      'cardpane',
      'filetree/container',
      'mark',
      'sup',
      'sub',
      'kbd',
    ),
    ...tags(
      text(({ words, named }) => {
        const title = named['name'] ?? named['title'] ?? named['header'] ?? words.join(' ');
        return title === '' ? '' : `**${title}** ▾`;
      }),
      'tab',
      'timelineItem',
    ),
    ...tags(
      text(figure),
      'figure',
      'img',
      'image',
      'imgproc',
      'picture',
      'lightbox',
      'video',
      'audio',
      'responsive',
    ),
    ...tags(
      text(({ words, named }) => link('', page(named['path'] ?? words[0] ?? ''))),
      'ref',
      'relref',
    ),
    card: text(({ words, named }) => {
      const title = link(
        named['title'] ?? words[1] ?? '',
        named['href'] ?? named['url'] ?? named['link'] ?? words[0],
      );
      return [title, named['subtitle'] ?? named['description'] ?? '']
        .filter((part) => part !== '')
        .join(' — ');
    }),
    ...tags(
      text(({ named, words }) => `- ${named['name'] ?? words[0] ?? ''}`),
      'filetree/folder',
      'filetree/file',
    ),
    ...tags(
      text(({ words, named }) =>
        link(
          named['text'] ?? named['title'] ?? words[1] ?? '',
          named['href'] ?? named['url'] ?? named['link'] ?? words[0],
        ),
      ),
      'link',
      'linkcard',
      'button-link',
    ),
    ...tags(
      text(({ named }) => link(named['title'] ?? '', named['href'] ?? named['url'] ?? named['link'])),
      'button',
      'btn',
    ),
    ...tags(
      text(({ words, named }) => named['text'] ?? words.join(' ')),
      'badge',
      'keyword',
      'abbr',
      'term',
      'ruby',
    ),
    ...tags(
      text(({ named, words }) => link('GitHub', `https://github.com/${named['repo'] ?? words[0] ?? ''}`)),
      'github',
    ),
    ...tags({ as: 'nothing' }, 'icon', 'emoji', 'fa'),
    ...EMBEDS,
    x: EMBEDS['tweet'] ?? { as: 'nothing' },
    twitter: EMBEDS['tweet'] ?? { as: 'nothing' },
    twitter_simple: EMBEDS['tweet'] ?? { as: 'nothing' },
    vimeo_simple: EMBEDS['vimeo'] ?? { as: 'nothing' },
    gitlab: embedById('GitLab', (id) => `https://gitlab.com/-/snippets/${id}`),
  },
  keys: {
    from: ['publishdate', 'pubdate', 'published'],
    until: ['expirydate', 'unpublishdate'],
    summary: ['summary', 'description', 'abstract', 'subtitle'],
    image: ['image', 'featuredimage', 'cover', 'thumbnail', 'images'],
  },
  literal: (whole, literal) =>
    whole.replace(
      /\{\{([<%])\/\*([\s\S]{0,2000}?)\*\/([>%])\}\}/gu,
      (_, open: string, inside: string, close: string, at: number) =>
        literal(asCode(whole, at, `{{${open}${inside}${close}}}`)),
    ),
  rewrite: (prose) =>
    prose.replace(
      /(\]\(|=["'])\s*\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["“]?([^"”\s>%]+)["”]?[^{}\n]*?[>%]\}\}/gu,
      (_, before: string, path: string) => before + page(path),
    ),
};
