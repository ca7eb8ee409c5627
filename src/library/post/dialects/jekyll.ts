import { asCode } from '../tags/literal.ts';
import { EMBEDS, figure, link, tags, text } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

/** Output that a link or an address needs, filled in as far as its words tell. */
function filledIn(prose: string): string {
  return prose
    .replace(/\{\{-?\s*site\.(?:base)?url\s*-?\}\}/gu, '')
    .replace(/\{\{-?\s*(?:\{%-?\s*post_url\s+([^\s%]+)\s*-?%\})\s*-?\}\}/gu, '$1.md')
    .replace(
      /\{\{-?\s*["']([^"'{}\n]+)["']\s*\|\s*(?:relative_url|absolute_url|prepend|asset_path|url)\b[^{}\n]*\}\}/gu,
      '$1',
    )
    .replace(/\{\{-?\s*["']([^"'{}\n]+)["']\s*(?:\|[^{}\n]*)?\}\}/gu, '$1');
}

/** Text that a theme is given by its name: `{% capture images %} … {% endcapture %}{% include gallery images=images %}`. */
const CAPTURED = /(\{%-?\s*capture\s[^%{}\n]*%\})([^{}]*)(?=\{%-?\s*endcapture\b)/gu;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/iu;

/** Captured addresses of pictures as the pictures that a gallery shows. */
const withGalleries = (prose: string): string =>
  prose.replace(CAPTURED, (all, tag: string, inside: string) =>
    inside
      .trim()
      .split(/\s+/u)
      .every((word) => PICTURE.test(word))
      ? tag + inside.replace(/[ \t]*(\S+)/gu, '![](<$1>)')
      : all,
  );

/** Jekyll: Liquid. Output of variables is filled in by the generator, from data that is not in the content folder. */
export const jekyll: Dialect = {
  name: 'jekyll',
  marks: /\{[%{#]/u,
  liquid: {
    ...tags({ as: 'code' }, 'highlight', 'mermaid', 'plantuml', 'math'),
    ...tags({ as: 'hidden' }, 'comment', 'style', 'javascript', 'schema'),
    ...tags(
      { as: 'nothing' },
      'if',
      'elsif',
      'elif',
      'else',
      'unless',
      'case',
      'when',
      'for',
      'break',
      'continue',
    ),
    ...tags(
      { as: 'nothing' },
      'assign',
      'increment',
      'decrement',
      'capture',
      'cycle',
      'tablerow',
      'set',
      'block',
    ),
    ...tags(
      { as: 'nothing' },
      'feed_meta',
      'seo',
      'toc',
      'render',
      'extends',
      'import',
      'raw',
      'verbatim',
      'echo',
    ),
    ...tags({ as: 'nothing' }, 'endraw', 'endverbatim', 'details', 'raw', 'js', 'css', 'markdown', 'liquid'),
    ...tags(
      text(figure),
      'picture',
      'responsive_image',
      'figure',
      'image',
      'include_cached',
      'include_relative',
    ),
    include: text((tag) => {
      const [name = ''] = tag.words;
      const { id = '', provider = '' } = tag.named;
      const site = /youtube|vimeo|bilibili/iu.exec(`${name} ${provider}`)?.[0].toLowerCase();
      const embed = site === undefined ? undefined : EMBEDS[site];
      const video = id === '' ? (tag.named['url'] ?? tag.named['src'] ?? '') : id;
      if (embed?.as === 'text' && video !== '') return embed.text({ raw: '', words: [video], named: {} });
      const said = tag.named['text'] ?? tag.named['content'] ?? tag.named['description'] ?? '';
      return [figure({ ...tag, words: tag.words.slice(1) }), said].filter((part) => part !== '').join(' ');
    }),
    post_url: text(({ raw }) => link(raw.slice(raw.lastIndexOf('/') + 1), `${raw}.md`)),
    ...EMBEDS,
    twitter: EMBEDS['tweet'] ?? { as: 'nothing' },
  },
  keys: {
    hiddenUnless: ['published'],
    date: ['date'],
    image: ['image', 'cover', 'thumbnail', 'coverimg', 'headerimg', 'thumbnailimg'],
  },
  literal: (whole, literal) =>
    whole.replace(
      /(`?)\{%[-+]?\s*(raw|verbatim)\s*[-+]?%\}([\s\S]*?)\{%[-+]?\s*end\2\s*[-+]?%\}/gu,
      (all, tick: string, _name, inside: string, at: number) => {
        // A text about the tag itself.
        if (tick === '`' && inside.startsWith('`')) return all;
        const from = at + all.indexOf(inside);
        const tags =
          tick +
          inside.replace(/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/gu, (tag, offset: number) =>
            literal(asCode(whole, from + offset, tag)),
          );
        return tags.replace(/\{+[%{#]|[%}#]\}+/gu, literal);
      },
    ),
  rewrite: (prose) =>
    withGalleries(filledIn(prose))
      .replace(/(\]\(|=["'])\s*\{%-?\s*(?:post_url|post_path)\s+([^\s%]+)\s*-?%\}/gu, '$1$2.md')
      .replace(/(\]\(|=["'])\s*\{%-?\s*(?:link|asset_path)\s+([^\s%]+)\s*-?%\}/gu, '$1/$2')
      .replace(/\{#(?=\s)[^{}]{0,500}?#\}/gu, (all) => all.replace(/[^\n]/gu, '')),
};
