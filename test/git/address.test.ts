import { expect, test } from 'vitest';
import { readGitAddress } from '../../src/git/address.ts';

test.each([
  [
    'https://github.com/me/blog.git',
    { url: 'https://github.com/me/blog.git', branch: undefined, folder: '' },
  ],
  ['https://github.com/me/blog#main', { url: 'https://github.com/me/blog', branch: 'main', folder: '' }],
  ['https://h/r#release/2:site/_posts/', { branch: 'release/2', folder: 'site/_posts' }],
  ['https://h/r#:_posts', { branch: undefined, folder: '_posts' }],
  ['https://h/r#main:%EA%B8%80', { branch: 'main', folder: '글' }],
])('%s', (text, address) => {
  expect(readGitAddress(text)).toMatchObject(address);
});

test('a user and a password are taken out of the address', () => {
  const read = readGitAddress('https://me:gh%40p%2Fsecret@h/r.git#main');
  expect(read?.url).toBe('https://h/r.git');
  expect(read?.authorization).toBe(`Basic ${Buffer.from('me:gh@p/secret').toString('base64')}`);
  expect(read?.secrets).toEqual(
    expect.arrayContaining([
      'gh@p/secret',
      'gh%40p%2Fsecret',
      Buffer.from('me:gh@p/secret').toString('base64'),
    ]),
  );
});

test.each([
  'git@github.com:me/blog.git',
  'ssh://git@github.com/me/blog.git',
  'file:///etc',
  'ext::sh -c id',
  '/srv/blog.git',
  'https://h/r#--upload-pack=x',
  'https://h/r#a..b',
  'https://h/r#main:../../etc',
  'https://h/r#main:a//b',
  'https://h/r#main:a\\b',
  'https://h/r#%zz',
])('%s is no address to copy posts from', (text) => {
  expect(readGitAddress(text)).toBeUndefined();
});
