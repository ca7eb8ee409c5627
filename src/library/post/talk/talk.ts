import type { Language, Moment } from '../../model.ts';
import { minutesOf, timesIn } from '../../text/clock.ts';
import { civilDate } from '../../text/date.ts';
import { languagesNamed } from '../../text/languageNames.ts';
import { lineOf, textsOf, type Values } from '../frontMatter/values.ts';
import type { Problem } from '../model.ts';
import { readLinks } from './links.ts';
import type { RawTalk, Report } from './model.ts';
import { readSpeakers } from './speakers.ts';

const STARTS = ['starts', 'start', 'starts_at', 'start_time', 'starttime', 'begins', 'time', '시작', '시간'];
const ENDS = ['ends', 'end', 'ends_at', 'end_time', 'endtime', '종료', '끝'];
const DURATION = ['duration', 'length', '길이'];
const ROOM = ['room', 'hall', 'venue', 'location', 'place', '장소'];
const LEVEL = ['level', 'difficulty', '난이도'];
const LANGUAGE = ['talk_language', 'language', 'languages', '언어'];

/** The first of the keys that says something. */
function said(
  values: Values,
  names: readonly string[],
): { readonly key: string; readonly value: unknown } | undefined {
  const key = names.find(
    (name) => values[name] !== undefined && values[name] !== null && values[name] !== '',
  );
  return key === undefined ? undefined : { key, value: values[key] };
}

interface Times {
  readonly starts: Moment | undefined;
  readonly ends: Moment | undefined;
}

function momentOf(date: string | undefined, time: string | undefined): Moment | undefined {
  return date === undefined && time === undefined
    ? undefined
    : { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) };
}

/** The day at the front of what is written, if any. */
function dayOf(written: string): string | undefined {
  const whole = civilDate(written);
  if (whole !== undefined) return whole;
  const day = /^\s*(\d{4}\s*(?:[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}|년\s*\d{1,2}\s*월\s*\d{1,2}\s*일))/u.exec(
    written.normalize('NFKC'),
  )?.[1];
  return day === undefined ? undefined : civilDate(day);
}

function readTimes(values: Values, report: Report): Times {
  const read = (names: readonly string[]) => {
    const found = said(values, names);
    const written = found && lineOf(found.value);
    if (!found || written === undefined) return undefined;
    const date = dayOf(written);
    // What looks like a time within the day was read as part of it.
    const [time, until, ...more] = timesIn(written);
    if (more.length > 0 || (date === undefined && time === undefined)) {
      report(
        found.key,
        'bad-time',
        `The time "${written.slice(0, 40)}" cannot be read; write it like 2018-10-25 10:00 or 10:00.`,
      );
      return undefined;
    }
    return { date, time, until };
  };
  const first = read(STARTS);
  const last = read(ENDS);
  return {
    starts: first && momentOf(first.date, first.time),
    ends: last
      ? momentOf(last.date, last.time)
      : first?.until === undefined
        ? undefined
        : momentOf(first.date, first.until),
  };
}

function readDuration(values: Values, report: Report): number | undefined {
  const found = said(values, DURATION);
  const written = found && lineOf(found.value);
  if (!found || written === undefined) return undefined;
  const minutes = minutesOf(written);
  if (minutes === undefined) {
    const message = `The duration "${written.slice(0, 40)}" cannot be read; write minutes, such as 40, or 1h 30m.`;
    report(found.key, 'bad-duration', message);
  }
  return minutes;
}

function readLanguages(values: Values, report: Report): readonly Language[] {
  const found = said(values, LANGUAGE);
  const written = found && lineOf(found.value);
  if (!found || written === undefined) return [];
  const languages = languagesNamed(written);
  if (languages.length === 0) {
    const message = `Nobody here knows the language "${written.slice(0, 40)}"; write it like ko, en or Korean.`;
    report(found.key, 'bad-language', message);
  }
  return languages;
}

const NONE: RawTalk = {
  speakers: [],
  speakersBy: undefined,
  slides: [],
  video: [],
  code: [],
  starts: undefined,
  ends: undefined,
  duration: undefined,
  room: [],
  level: [],
  languages: [],
};

/** The line of a value, else of the list or key that it stands in: `speakers/1/url`. */
function lineAt(lines: Readonly<Record<string, number>>, path: string): number {
  const above = path.lastIndexOf('/');
  return lines[path] ?? (above < 0 ? 1 : lineAt(lines, path.slice(0, above)));
}

/** Reads what front matter says about the talk itself; `values` by keys in lower case. What cannot be read is a problem. */
export function readTalk(
  values: Values,
  lines: Readonly<Record<string, number>>,
  problems: Problem[],
): RawTalk {
  if (Object.keys(values).length === 0) return NONE;
  const lineOf = (path: string) => lineAt(lines, path);
  const report: Report = (path, code, message) => {
    problems.push({ level: 'warning', line: lineOf(path), code, message });
  };
  const { speakers, key } = readSpeakers(values, report);
  return {
    speakers,
    speakersBy: key,
    ...readLinks(values, { lineOf, report }),
    ...readTimes(values, report),
    duration: readDuration(values, report),
    room: textsOf(values, ROOM),
    level: textsOf(values, LEVEL),
    languages: readLanguages(values, report),
  };
}
