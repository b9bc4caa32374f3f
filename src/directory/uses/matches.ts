import type { Asker } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isSame } from '../difference.ts';
import { mapped } from '../feed/references.ts';
import { takeWaiting } from '../feed/take-waiting.ts';
import type { Reason } from '../match.ts';
import type { Document } from '../record.ts';
import { recordsNamed, takenBy } from '../store/feed-records.ts';
import { namedBy } from '../feed/references.ts';
import * as matches from '../store/matches.ts';
import { documentsById } from '../store/records.ts';
import { asCurator, type FeedPorts, namesIn } from './feed-needs.ts';

type QuestionRow = { id: string; kind: 'organisation' | 'service'; name: string; feedName: string; asked: Date; likely: string };
export type QuestionList = { questions: QuestionRow[]; total: number; pages: number };
type SeenCandidate = {
  id: string;
  document: Document;
  reasons: readonly Reason[];
  fields: { field: string; theirs: unknown; ours: unknown; same: boolean }[];
};
export type SeenQuestion = {
  id: string;
  kind: 'organisation' | 'service';
  feedName: string;
  document: Document;
  candidates: SeenCandidate[];
  names: ReadonlyMap<string, string>;
};
export type AnswerRefusal = 'not-found' | 'decided' | 'taken';

const atOnce = 50;

/** What may be one thing twice: a person says. */
export function matchUses(ports: FeedPorts) {
  const { now } = ports;
  return {
    questions: (asker: Asker, page: number): Promise<QuestionList> =>
      asCurator(ports, asker, async (tx) => {
        const found = await matches.openQuestions(tx, { limit: atOnce, offset: (page - 1) * atOnce });
        const likely = new Map<string, Document>();
        for (const kind of ['organisation', 'service'] as const) {
          const ids = found.filter((each) => each.kind === kind).map(({ candidates }) => candidates[0]!.id);
          for (const [id, document] of await documentsById(tx, kind, ids)) likely.set(id, document);
        }
        const total = await matches.countOpen(tx);
        const questions = found.map(({ id, kind, feedName, asked, pending, candidates }) => ({
          ...{ id, kind, feedName, asked },
          name: text(pending?.['name']),
          likely: text(likely.get(candidates[0]!.id)?.['name']),
        }));
        return { questions, total, pages: Math.max(1, Math.ceil(total / atOnce)) };
      }),

    question: (asker: Asker, id: string): Promise<SeenQuestion | undefined> =>
      asCurator(ports, asker, async (tx) => {
        const question = uuid.test(id) ? await matches.findQuestion(tx, id) : undefined;
        if (!question?.pending || question.answer !== null) return undefined;
        const { kind, feed, feedName, pending } = question;
        const ours = await recordsNamed(
          tx,
          namedBy(pending).map((each) => ({ feed, ...each })),
        );
        const document = mapped(pending, (of, key) => ours.get(`${feed} ${of} ${key}`) ?? key);
        const found = await documentsById(
          tx,
          kind,
          question.candidates.map((each) => each.id),
        );
        const candidates = question.candidates.flatMap((candidate): SeenCandidate[] => {
          const there = found.get(candidate.id);
          return there ? [{ id: candidate.id, reasons: candidate.reasons, document: there, fields: besides(document, there) }] : [];
        });
        return { id, kind, feedName, document, candidates, names: await namesIn(tx, [document, ...found.values()]) };
      }),

    /** `record`: which of ours it is; null when it is something new. Takes in all that waited for that. */
    answerQuestion: (asker: Asker, id: string, record: string | null): Promise<Result<null, AnswerRefusal>> =>
      asCurator(ports, asker, async (tx) => {
        const question = uuid.test(id) ? await matches.findQuestion(tx, id, true) : undefined;
        if (!question) return refuse('not-found');
        if (question.answer !== null) return refuse('decided');
        const { kind, feed, key, candidates } = question;
        if (record !== null && !candidates.some((candidate) => candidate.id === record)) return refuse('not-found');
        if (record !== null && (await takenBy(tx, feed, kind, [record])).size) return refuse('taken');
        const at = now();
        await matches.answerQuestion(tx, id, { answer: record ?? key, at, by: asker.id });
        await takeWaiting(tx, feed, { at, by: asker.id });
        const data = { kind, same: record !== null };
        await recordEvents(tx, [
          { type: 'match-decided', subject: { kind, id: record ?? key }, by: { kind: 'account', id: asker.id }, at, data },
        ]);
        return ok(null);
      }),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every field that either tells, theirs beside ours. */
const besides = (theirs: Document, ours: Document): SeenCandidate['fields'] =>
  [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
    .filter((field) => field !== 'id')
    .map((field) => ({ field, theirs: theirs[field], ours: ours[field], same: isSame(theirs[field], ours[field]) }));
