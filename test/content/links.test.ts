import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Image, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { linkedPlaces } from '#library/links.ts';
import { readCorpus } from '../relevance/corpora.ts';
import { CONTENT, headings, LANGUAGES, type RawPost, rawPosts } from './files.ts';

function links(post: RawPost): readonly Link[] {
  const found: Link[] = [];
  visit(post.tree, 'link', (node) => {
    found.push(node);
  });
  return found;
}

function images(post: RawPost): readonly Image[] {
  const found: Image[] = [];
  visit(post.tree, 'image', (node) => {
    found.push(node);
  });
  return found;
}

/** Width and height of a PNG, from its IHDR chunk (PNG specification, 11.2.1). */
function pngSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 1, 4), path).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe.each(LANGUAGES)('the posts in %s', (language) => {
  const posts = rawPosts(language);
  const ids = new Map(posts.map((post) => [post.name, new Set(headings(post).map((heading) => heading.id))]));

  test('every internal link resolves to a section of a post', () => {
    let internal = 0;
    for (const post of posts) {
      for (const { url } of links(post)) {
        if (/^https:\/\//.test(url)) continue;
        internal += 1;
        const [name = '', id = ''] = url.split('#');
        const target = ids.get(name === '' ? post.name : name);
        expect.assert(target, `${post.file}: ${url} leads to no post`);
        expect([...target], `${post.file}: ${url} leads to no section`).toContain(id);
      }
    }
    expect(internal, 'the sessions are linked with one another').toBeGreaterThanOrEqual(20);
  });

  test('every session leads to another one', () => {
    for (const post of posts) {
      const elsewhere = links(post).filter(({ url }) => !url.startsWith('#') && !url.startsWith('https:'));
      expect(elsewhere.length, post.file).toBeGreaterThan(0);
    }
  });

  test('pictures are there, are described, and fit a phone and Discord', () => {
    const found = posts.flatMap((post) => images(post).map((image) => ({ file: post.file, image })));
    expect(found).toHaveLength(3);
    for (const { file, image } of found) {
      expect(image.url, file).toMatch(new RegExp(`^/assets/[a-z-]+\\.${language}\\.png$`));
      expect((image.alt ?? '').length, `${file}: ${image.url} has no description`).toBeGreaterThanOrEqual(20);
      const path = join(CONTENT, image.url);
      expect(existsSync(path.replace(/png$/, 'svg')), `${image.url} has no SVG source`).toBe(true);
      expect(statSync(path).size, `${image.url} is too large`).toBeLessThan(200_000);
      const { width, height } = pngSize(path);
      expect(width).toBe(1200);
      expect(height, `${image.url} is taller than it is wide`).toBeLessThanOrEqual(width);
    }
  });
});

test('an SVG and its PNG have the same size, and its text is legible at 360 px', () => {
  for (const post of LANGUAGES.flatMap(rawPosts)) {
    for (const { url } of images(post)) {
      const svg = readFileSync(join(CONTENT, url.replace(/png$/, 'svg')), 'utf8');
      const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      expect(pngSize(join(CONTENT, url)), url).toStrictEqual({
        width: Number(width),
        height: Number(height),
      });
      const sizes = [...svg.matchAll(/font-size: (\d+)px/g)].map((match) => Number(match[1]));
      expect(sizes.length).toBeGreaterThan(0);
      expect(Math.min(...sizes) * (360 / 1200), `${url}: text under 13 px on a phone`).toBeGreaterThanOrEqual(
        13,
      );
    }
  }
});

test('every link to a section of the track can be followed in Discord too', async () => {
  const library = await readCorpus('full');
  let followed = 0;
  for (const session of library.sessions) {
    const places = session.posts.flatMap((post) =>
      post.sections.map((section) => ({ session, post, section })),
    );
    for (const place of places) {
      const { section } = place;
      const refs = linkedPlaces(library, place).filter((ref) => ref.section !== undefined);
      const written = section.links.filter((target) => target.includes('#'));
      expect(refs.length, section.id).toBeLessThanOrEqual(written.length);
      // The same place may be named twice, with and without its file.
      expect(refs, section.id).toHaveLength(new Set(written.map((target) => target.split('/').at(-1))).size);
      followed += refs.length;
    }
  }
  expect(followed).toBeGreaterThan(20);
});
