import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFolder } from '#library/read.ts';
import type { Reader } from '#pages/model.ts';
import { english, korean, sources } from './build.ts';
import { crawl } from './crawl.ts';
import { letters, visible } from './visible.ts';

const dir = fileURLToPath(new URL('../../content', import.meta.url));
const { library } = await readFolder({ dir, siteUrl: 'https://example.com', defaultLanguage: 'ko' });

const readers: readonly Reader[] = [korean, english, { locale: 'ko', language: 'en' }];

describe('the pages of content/', () => {
  it.each(readers)('fit Discord and hold every section, for $locale reading $language', (reader) => {
    const pages = crawl(sources(library), reader);
    const text = [...pages].map(([, page]) => page);
    for (const session of library.sessions) {
      const post = session.posts.find(({ language }) => language === reader.language) ?? session.posts[0];
      for (const section of post.sections) {
        const own = [...pages].filter(([route]) => {
          const at: unknown = JSON.parse(route);
          return (
            typeof at === 'object' &&
            at !== null &&
            'section' in at &&
            'session' in at &&
            at.session === session.id &&
            at.section === section.id &&
            !('language' in at)
          );
        });
        expect(own.length, `${session.id}/${section.id} is reached`).toBeGreaterThan(0);
        const seen = letters(
          own
            .map(([, page]) => page.embeds.map(({ description = '' }) => visible(description)).join('\n'))
            .join(''),
        );
        for (const line of section.text.split('\n')) {
          // Cells of a table may be broken over lines; all else is there letter by letter.
          if (
            section.blocks.every(
              ({ type }) => type === 'paragraph' || type === 'list' || type === 'blockquote',
            )
          ) {
            expect(seen, `${session.id}/${section.id}: ${line}`).toContain(letters(line));
          }
        }
      }
    }
    expect(text.length).toBeGreaterThan(library.sessions.length);
  });
});
