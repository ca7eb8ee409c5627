import { expect, test } from 'vitest';
import { splitPost } from '#library/post/frontMatter/frontMatter.ts';

test.each(['+++js', ';;;javascript', '+++ js', '---js'])('a post never runs as a program: %s', (open) => {
  const close = open.slice(0, 3);
  Reflect.deleteProperty(globalThis, 'ranFrontMatter');
  const { broken } = splitPost(`${open}\n{ title: (globalThis.ranFrontMatter = 'x') }\n${close}\n\nText\n`);
  expect('ranFrontMatter' in globalThis).toBe(false);
  expect(broken).toBe(true);
});
