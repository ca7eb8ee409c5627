import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES, textsFor } from '#locales/index.ts';
import { describeFinding } from '../../src/host/describeFinding.ts';

const finding = {
  code: 'empty-section',
  message: 'The section "빈 제목" has no text; write some, or remove the heading.',
};

test('a finding is told in the reader’s language, with what it is about', () => {
  expect(describeFinding(finding, 'ko')).toBe(
    '섹션 “빈 제목”에 내용이 없습니다. 내용을 쓰거나 제목을 지우세요.',
  );
  expect(describeFinding(finding, 'ja')).toMatch(/^セクション「빈 제목」に本文がありません/);
  expect(describeFinding(finding, 'en')).toBe(finding.message);
  expect(describeFinding({ code: 'something-new', message: 'As it is.' }, 'ko')).toBe('As it is.');
});

test('there are no words for findings that do not exist, and each language has the same', async () => {
  const folder = path.join(import.meta.dirname, '../../src/library');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const source = (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))).join(
    '\n',
  );
  const told = LOCALES.filter((locale) => locale !== 'en').map((locale) =>
    Object.keys(textsFor(locale).findings),
  );
  for (const codes of told) {
    expect(codes.toSorted()).toEqual(told[0]?.toSorted());
    for (const code of codes) expect(source, code).toContain(`'${code}'`);
  }
});
