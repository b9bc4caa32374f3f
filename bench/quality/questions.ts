import { readFileSync } from 'node:fs';
import { addOrganisations, addPlaces, addServices, anything, type Search } from '../../src/directory/index.ts';
import type { Tx } from '../../src/platform/database.ts';
import { organisations, serviceId, services } from '../../demo/directory/directory.ts';
import { gazetteer } from '../../demo/places.ts';
import { ndcg, recall } from './metrics.ts';

type Asked = Pick<Search, 'words' | 'place' | 'km' | 'needs' | 'whoFor' | 'age' | 'days' | 'attendance' | 'free' | 'room'>;
export type Question = Asked & { id: string; want: Record<string, number> };

export const questions = (): Question[] =>
  (JSON.parse(readFileSync(new URL('../../src/directory/quality/questions.json', import.meta.url), 'utf8')) as Question[]).map(
    ({ want, ...question }) => ({
      ...question,
      want: Object.fromEntries(Object.entries(want).map(([key, grade]) => [serviceId(key), grade])),
    }),
  );

/** Search was tuned against the questions with odd numbers; those with even ones were never looked at. */
export const isHeldOut = ({ id }: Question): boolean => Number(id.replace(/\D/g, '')) % 2 === 0;

export const searchOf = ({ words, place, km, needs, whoFor, age, days, attendance, free, room }: Question): Search => ({
  ...anything,
  ...{ words, place, km, needs, whoFor, age, days, attendance, free, room },
});

/** The directory of the demo, as it stands today. */
export async function fillDirectory(tx: Tx, today: string, now: Date): Promise<void> {
  await addPlaces(tx, gazetteer);
  await addOrganisations(tx, organisations());
  await addServices(tx, services(today, now));
}

export type Scored = { question: Question; found: readonly string[]; ndcg: number; recall: number };

export const scoreOf = (question: Question, found: readonly string[]): Scored => ({
  question,
  found,
  ndcg: ndcg(found, question.want, 10),
  recall: recall(found, question.want, 10),
});

export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
