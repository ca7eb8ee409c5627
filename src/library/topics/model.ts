import type { Finding, Topic } from '../model.ts';

/** A topic of the glossary. */
export interface GlossaryTopic extends Pick<Topic, 'id' | 'name' | 'aliases' | 'summary' | 'url' | 'now'> {
  /** Line of the entry in topics.yml, from 1. */
  readonly line: number;
}

export interface Glossary {
  readonly topics: readonly GlossaryTopic[];
  readonly findings: readonly Finding[];
  /** True where the file could not be parsed at all. */
  readonly broken: boolean;
}

export const NO_GLOSSARY: Glossary = { topics: [], findings: [], broken: false };
