import { inScript, isSameSound } from '../../text/names/personName.ts';
import { tableOf, textsOf, type Values, type WrittenText, webHref, wordOf } from '../frontMatter/values.ts';
import type { RawSpeaker, Report } from './model.ts';
import { peopleWithRoles, withRole } from './roles.ts';

const SPEAKERS = ['speakers', 'speaker', 'presenters', 'presenter', '발표자', '연사'];
const AUTHORS = ['authors', 'author', '작성자', '저자'];

const NAME = ['name', 'fullname', 'full_name', '이름', '성명'];
const TITLE = ['title', 'role', 'position', 'job', 'job_title', 'jobtitle', '직함', '직책'];
const AFFILIATION = [
  'affiliation',
  'company',
  'organization',
  'organisation',
  'org',
  'employer',
  '소속',
  '회사',
];
const BIO = ['bio', 'about', 'description', 'introduction', '소개'];
const URLS = ['url', 'homepage', 'website', 'link', 'profile', 'linkedin', 'github', 'twitter', 'x'];
const IMAGES = ['image', 'image_url', 'imageurl', 'avatar', 'photo', 'picture'];

/** A text of which no language is stated. */
const plainTexts = (text: string | undefined): readonly WrittenText[] =>
  text === undefined ? [] : [{ text, language: undefined }];

function word(values: Values, names: readonly string[]): string | undefined {
  return names.map((name) => wordOf(values[name])).find((found) => found !== undefined);
}

const small = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.normalize('NFC').toLowerCase(), value]),
  );

/** Both names of `홍길동(Gildong Hong)`; what stands in the brackets is no name where it does not sound like one. */
export function namesIn(written: string): {
  readonly names: readonly WrittenText[];
  readonly rest: string | undefined;
} {
  const [, first = '', inside = ''] = /^([^()（）]+?)\s*[(（]\s*([^()（）]*?)\s*[)）]$/u.exec(written) ?? [];
  const plain = (name: string): WrittenText => ({ text: bareName(name), language: undefined });
  if (first === '') {
    const [one = '', other, ...more] = written.split(/\s*[/|]\s*/u);
    return other !== undefined && more.length === 0 && isSecondName(one, other)
      ? { names: [plain(one), plain(other)], rest: undefined }
      : { names: [plain(written)], rest: undefined };
  }
  const [name = '', ...rest] = inside.split(/\s*[,;·]\s*/u);
  return isSecondName(first, name)
    ? { names: [plain(first), plain(name)], rest: rest.join(', ') || undefined }
    : { names: [plain(first)], rest: inside || undefined };
}

/** True for the same name in another script: by its sound, or by its form where the sound of a script is unknown. */
function isSecondName(one: string, other: string): boolean {
  const scripts = [inScript(one), inScript(other)];
  if (scripts[0] === scripts[1] || scripts.includes(undefined)) return false;
  if (scripts.includes('Hang') && scripts.includes('Latn')) return isSameSound(one, other);
  const latin = scripts[0] === 'Latn' ? one : other;
  return scripts.includes('Latn') ? /^\p{Lu}\S*(?:\s\p{Lu}\S*){1,3}$/u.test(latin) : true;
}

/** Without what is put before and behind names. */
function bareName(name: string): string {
  return name
    .replace(/^["“']+(?=\S)|(?<=\S)["”']+$/gu, '')
    .replace(/^@(?=\S)/u, '')
    .replace(/(?<=[가-힣])\s*(?:님|씨)$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const DUTIES =
  /^([가-힣]{2,4})\s+((?:[가-힣]+\s)?(?:대표(?:이사)?|이사|상무|전무|부사장|사장|본부장|실장|센터장|팀장|파트장|부장|차장|과장|대리|사원|매니저|수석(?:연구원)?|책임(?:연구원)?|선임(?:연구원)?|연구원|교수|박사|엔지니어|개발자|디자이너|컨설턴트|아키텍트|리드|CTO|CEO))(?:님)?$/u;

/** A link to a note on somebody, as its name: `[[people/Jane Doe|Jane]]`. */
const WIKI_LINK = /\[\[(?:[^[\]|\n]*\/)?([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/gu;

function employee(
  { name, role, place }: NonNullable<ReturnType<typeof withRole>>,
  url: string | undefined,
): RawSpeaker {
  return {
    names: namesIn(name).names,
    id: undefined,
    title: plainTexts(role),
    affiliation: plainTexts(place),
    bio: [],
    url: url === undefined ? undefined : webAddress(url),
    image: undefined,
    key: undefined,
  };
}

/** Someone in one text: `Jane Doe, Acme`, `홍길동 (구글)`, `Jane Doe @ Acme`, `홍길동 이사`. */
function personIn(written: string): RawSpeaker | undefined {
  const text = written
    .normalize('NFC')
    .replace(WIKI_LINK, (_, name: string, shown?: string) => shown ?? name)
    .replace(/<[^<>\s]+@[^<>\s]+>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [, linked, url, behind = ''] = /^\[([^\]]+)\]\(\s*(https?:[^)\s]+)\s*\)(.*)$/u.exec(text) ?? [];
  const spoken = linked === undefined ? text : `${linked}${behind}`.trim();
  const employed = withRole(spoken);
  if (employed !== undefined) return employee(employed, url);
  const [, before = spoken, after] =
    /^(.+?)(?:\s+@\s*|\s+at\s+|\s+[-–—|]\s+)(.+)$/u.exec(spoken) ??
    /^([^,(（]+),\s*(.+)$/u.exec(spoken) ??
    [];
  const whole = after !== undefined && isSecondName(before, after) ? [before, after] : undefined;
  const [, name = before, duty] = DUTIES.exec(before.replace(/\s*[(（].*$/u, '')) ?? [];
  const read = whole
    ? { names: whole.map((one) => ({ text: bareName(one), language: undefined })), rest: undefined }
    : namesIn(duty === undefined ? before : before.replace(` ${duty}`, ''));
  if (read.names.every(({ text: one }) => one === '')) return undefined;
  const place = whole ? undefined : (after ?? read.rest);
  return {
    names:
      duty === undefined
        ? read.names
        : read.names.map((one, at) => (at === 0 ? { ...one, text: name } : one)),
    id: undefined,
    title: plainTexts(duty),
    affiliation: plainTexts(place),
    bio: [],
    url: url === undefined ? undefined : webAddress(url),
    image: undefined,
    key: /^[\w.-]+$/u.test(text) ? text : undefined,
  };
}

const webAddress = (written: string): string | undefined =>
  webHref(
    /^(?:www\.|[\w-]+\.(?:com|dev|io|org|net|kr|me)\/)/u.test(written) ? `https://${written}` : written,
  );

/** Names in one script by what their keys are called. */
const ENGLISH_NAME = [
  'english_name',
  'englishname',
  'name_english',
  'romanized',
  '영문이름',
  '영문 이름',
  '영문명',
];
const KOREAN_NAME = ['korean_name', 'koreanname', 'name_korean', '한글이름', '한글 이름', '국문명'];

/** Names of a table: `name`, `name_en`, `name: { ko, en }`, `aliases`. */
function namesOf(values: Values): {
  readonly names: readonly WrittenText[];
  readonly rest: string | undefined;
} {
  const [first, ...others] = textsOf(values, NAME);
  const read =
    first === undefined || first.language !== undefined
      ? { names: first === undefined ? [] : [first], rest: undefined }
      : namesIn(first.text);
  const aliases = [values['aliases'], values['aka']].flat().map(wordOf);
  const more = [
    ...others,
    ...textsOf(values, ENGLISH_NAME).map((one) => ({ ...one, language: 'en' })),
    ...textsOf(values, KOREAN_NAME).map((one) => ({ ...one, language: 'ko' })),
    ...aliases.flatMap((text): WrittenText[] => (text === undefined ? [] : [{ text, language: undefined }])),
  ];
  const names = [...read.names, ...more].map(({ text, language }) => ({ text: bareName(text), language }));
  return { names: names.filter(({ text }) => text !== ''), rest: read.rest };
}

/** Someone in a table; `at` is the key that findings name. */
function personOf(table: Values, at: string, report: Report): RawSpeaker | undefined {
  const values = small(table);
  const { names, rest } = namesOf(values);
  const said = textsOf(values, AFFILIATION);
  const affiliation = said.length > 0 ? said : plainTexts(rest);
  if (names.length === 0 && affiliation.length === 0) {
    report(at, 'bad-speaker', 'A speaker has neither a name nor an affiliation; write "name: …".');
    return undefined;
  }
  const linkKey = URLS.find((key) => wordOf(values[key]) !== undefined);
  const link = linkKey === undefined ? undefined : wordOf(values[linkKey]);
  const address = link === undefined ? undefined : webAddress(link);
  if (link !== undefined && address === undefined && /[:/.]/u.test(link)) {
    const message = `The address "${link.slice(0, 80)}" of a speaker is not shown; write one that begins with https://.`;
    report(`${at}/${linkKey}`, 'bad-link', message);
  }
  return {
    names,
    id: word(values, ['id']),
    title: textsOf(values, TITLE),
    affiliation,
    bio: textsOf(values, BIO),
    url: address,
    image: word(values, IMAGES),
    key: undefined,
  };
}

const PEOPLE =
  /\s*[,;、，](?!\s*(?:Inc|Ltd|LLC|Corp|GmbH|Co)\b)\s*(?![^(（]*[)）])|\s+(?:and|&|및)\s+(?![^(（]*[)）])|\s*·\s*(?![^(（]*[)）])|\n/u;
const PARTED = new RegExp(`(${PEOPLE.source})`, 'u');
const HANGUL_NAME = /^\p{sc=Hangul}{3}$/u;

/** `홍길동/김철수` are two people, `홍길동 / Gildong Hong` is one. */
function withoutSlash(text: string): readonly string[] {
  const parts = text.split(/\/(?![^(（]*[)）])/u);
  const [one = '', other = ''] = parts.map((part) => part.trim());
  return text.includes('://') || (parts.length === 2 && isSecondName(one, other)) ? [text] : parts;
}

/** Someone and whom they work for, and no third. */
const WITH_PLACE = /^[^,]+,\s[^,]+(?:,\s(?:Inc|Ltd|LLC|Corp|GmbH|Co)\b\.?)?$/u;

/**
 * Commas, `and` and the like part people in one text; not inside brackets, and not behind `speaker: Jane Doe, Acme` and in
 * `Jane Doe, Acme & John Roe, Beta`.
 */
function peopleIn(text: string, key: string): readonly string[] {
  const employed = peopleWithRoles(text.split(PARTED));
  if (employed !== undefined) return employed;
  const parts = text
    .split(PEOPLE)
    .flatMap(withoutSlash)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pairs = text.split(/\s+(?:and|&|및)\s+/u);
  const arePairs = pairs.length > 1 || /^(?:speaker|presenter)$/u.test(key);
  return arePairs &&
    pairs.length * 2 === parts.length &&
    pairs.every((pair) => WITH_PLACE.test(pair)) &&
    !parts.every((part) => HANGUL_NAME.test(part))
    ? pairs
    : parts;
}

/** Someone of the site's list of authors. @throws nothing: what is no person gives undefined. */
export function personFrom(value: unknown, at: string, report: Report): RawSpeaker | undefined {
  const table = tableOf(value);
  if (table) return personOf(table, at, report);
  const text = wordOf(value);
  return text === undefined || typeof value === 'boolean' ? undefined : personIn(text);
}

function everybodyIn(value: unknown, at: string, report: Report): readonly RawSpeaker[] {
  const found = Array.isArray(value)
    ? value.flat().map((one: unknown, index) => personFrom(one, `${at}/${index}`, report))
    : typeof value === 'string'
      ? peopleIn(value, at).map(personIn)
      : [personFrom(value, at, report)];
  return found.filter((one) => one !== undefined);
}

/** `author: Jane` with `author_title`, `author_url`, `author_image_url`, as Docusaurus had them. */
function withLegacyKeys(author: RawSpeaker, values: Values): RawSpeaker {
  const url = word(values, ['author_url', 'authorurl']);
  return {
    ...author,
    title: author.title.length > 0 ? author.title : textsOf(values, ['author_title', 'authortitle']),
    url: author.url ?? (url === undefined ? undefined : webAddress(url)),
    image: author.image ?? word(values, ['author_image_url', 'authorimageurl']),
  };
}

/** Names that stand for the site's administrator. */
const NOBODY = /^(?:admin(?:istrator)?|root|guest|anonymous|me|관리자|운영자|익명)$/iu;

/** Reads who spoke, by `speakers` or `speaker`, else by `authors` or `author`; `key` is the one that said so. */
export function readSpeakers(
  values: Values,
  report: Report,
): { readonly speakers: readonly RawSpeaker[]; readonly key: string | undefined } {
  for (const key of [...SPEAKERS, ...AUTHORS]) {
    const value = values[key];
    if (value === undefined || value === null) continue;
    const isAuthor = AUTHORS.includes(key);
    const speakers = everybodyIn(value, key, report).filter(
      ({ names }) => !isAuthor || names.every(({ text }) => !NOBODY.test(text)),
    );
    if (speakers.length === 0) continue;
    const [only] = speakers;
    const legacy = isAuthor && speakers.length === 1 && only !== undefined;
    return { speakers: legacy ? [withLegacyKeys(only, values)] : speakers, key };
  }
  return { speakers: [], key: undefined };
}

/** True for a key that names the author of the post. */
export const isAuthorKey = (key: string | undefined): boolean => key !== undefined && AUTHORS.includes(key);
