import { lazy } from '../compute/lazy.ts';
import type { Language } from '../model.ts';
import { languageTag } from './language.ts';

/** Languages that talks are given in. */
const SPOKEN =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta th tr uk vi zh'.split(
    ' ',
  );

/** Languages by their names in English, in Korean and in themselves. */
const byName = lazy((): ReadonlyMap<string, Language> => {
  const names = new Map<string, Language>();
  for (const tag of SPOKEN) {
    for (const locale of ['en', 'ko', tag]) {
      const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag);
      if (name !== undefined) names.set(name.toLowerCase(), tag);
    }
  }
  return new Map([...names, ['한국말', 'ko'], ['영문', 'en'], ['국문', 'ko']]);
});

/** The languages that a text names, by tag or by name: `ko`, `Korean, English`, `영어`. Without what it does not know. */
export function languagesNamed(written: string): readonly Language[] {
  const parts = written
    .normalize('NFC')
    .toLowerCase()
    .split(/[,;/&+·()]|\s(?:and|및|와)\s/u)
    .map((part) => part.trim());
  return [
    ...new Set(
      parts.map((part) => byName().get(part) ?? languageTag(part)).filter((tag) => tag !== undefined),
    ),
  ];
}
