import { saysWord } from './phrases.ts';

/** How a text says that it is for those who know little of a matter. */
const FOR_BEGINNERS: readonly string[] = [
  '아닌',
  '없이',
  '처음',
  '입문',
  '초보',
  'not ',
  'without',
  'beginner',
  '初心者',
  '初めて',
];

/** True where who knows little of a matter is asked for. */
export const isForBeginners = (question: string): boolean => saysWord(question.toLowerCase(), 'outsiders-of');

/** Words that a sentence had better hold for the sake of whom a question is about. */
export const audienceWords = (question: string): readonly string[] =>
  isForBeginners(question) ? FOR_BEGINNERS : [];
