import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Code, findCode } from '../core/codebook.ts';
import { type Coding, maySee, openedAt, type Span, spansOf, trimmed } from '../core/codebook-passages.ts';
import * as store from '../store/coding.ts';
import { namesOf } from './coding-codebook.ts';
import { type CodeWords, coding, codesIn, type CodingPorts, type CodingText, note, type NotReached, textsIn } from './coding-needs.ts';
import type { WhenPulled } from './story-pull.ts';

export type TextsSeen = {
  texts: readonly (CodingText & { own: Coding | undefined; done: number; open: boolean })[];
  wanted: number;
  mayPlan: boolean;
  gone: number;
  thoughts: readonly store.Memo[];
  names: ReadonlyMap<string, string>;
};
export type TextSeen = {
  text: CodingText;
  own: Coding | undefined;
  /** Those of the others, once they may be seen. */
  others: readonly Coding[];
  seesOthers: boolean;
  open: boolean;
  done: number;
  wanted: number;
  codes: Code[];
  thoughts: readonly store.Memo[];
  names: ReadonlyMap<string, string>;
};
export type Chosen = { version: number; codes: readonly string[]; ticked: readonly number[]; free: Span | undefined };
export type TextRefusal = NotReached | 'not-begun' | 'finished' | 'no-code' | 'no-passage' | 'other-wording' | 'open';

const subject = (id: string) => ({ kind: 'story', id });

/** A story that was taken back is no more coded: what was coded in it and thought about it goes with it. */
export const forgetCoding: WhenPulled = (tx, { story, uses, at }) =>
  uses.includes('team') ? store.forgetStory(tx, story, at) : Promise.resolve();

export const textUses = (ports: CodingPorts) => {
  const { now } = ports;
  const onText = <T, E>(asker: Asker, id: string, work: (tx: Tx, text: CodingText) => Promise<Result<T, E>>) =>
    coding(ports, asker, async (tx): Promise<Result<T, E | 'not-found'>> => {
      const text = uuid.test(id) ? (await textsIn(tx, now(), id))[0] : undefined;
      return text ? work(tx, text) : refuse('not-found');
    });
  const ownIn = ({ codings }: CodingText, asker: Asker) => codings.find(({ coder }) => coder === asker.id);
  /** Work that the asker has begun and not finished, held still. */
  const onOwn = <T>(asker: Asker, id: string, work: (tx: Tx, text: CodingText, own: Coding) => Promise<Result<T, TextRefusal>>) =>
    onText(asker, id, async (tx, text): Promise<Result<T, TextRefusal>> => {
      await store.holdCodings(tx, id);
      const own = (await store.allCodings(tx, id)).find(({ coder, version }) => coder === asker.id && version === text.version);
      if (!own) return refuse('not-begun');
      return own.doneAt ? refuse('finished') : work(tx, text, own);
    });

  return {
    seeTexts: (asker: Asker) =>
      coding(ports, asker, async (tx) => {
        const wanted = await store.codersWanted(tx);
        const texts = (await textsIn(tx, now())).map((text) => ({
          ...text,
          own: ownIn(text, asker),
          done: text.codings.filter(({ doneAt }) => doneAt).length,
          open: openedAt(text.codings, wanted) !== undefined,
        }));
        const thoughts = await store.memosAbout(tx, 'whole', null);
        const names = await namesOf(
          tx,
          thoughts.map(({ by }) => by),
        );
        return ok<TextsSeen>({
          texts,
          wanted,
          thoughts,
          names,
          mayPlan: mayAtAll(asker, 'share stories'),
          gone: await store.countGone(tx),
        });
      }),

    seeText: (asker: Asker, words: CodeWords, id: string) =>
      onText(asker, id, async (tx, text) => {
        const wanted = await store.codersWanted(tx);
        const seesOthers = maySee(asker.id, text.codings, wanted);
        const others = seesOthers ? text.codings.filter(({ coder, doneAt }) => coder !== asker.id && doneAt) : [];
        const thoughts = (await store.memosAbout(tx, 'story', id)).filter(({ by }) => seesOthers || by === asker.id);
        const names = await namesOf(tx, [asker.id, ...others.map(({ coder }) => coder), ...thoughts.map(({ by }) => by)]);
        const seen: TextSeen = {
          ...{ text, others, seesOthers, wanted, thoughts, names },
          own: ownIn(text, asker),
          open: openedAt(text.codings, wanted) !== undefined,
          done: text.codings.filter(({ doneAt }) => doneAt).length,
          codes: await codesIn(tx, words),
        };
        return ok(seen);
      }),

    begin: (asker: Asker, id: string) =>
      onText(asker, id, async (tx, text): Promise<Result<'begun', TextRefusal>> => {
        const added = await store.addCoding(tx, { id: randomUUID(), story: id, version: text.version, coder: asker.id, begunAt: now() });
        if (added) await note(tx, asker, now(), 'coding-begun', subject(id), { version: text.version });
        return ok('begun');
      }),

    /** Gives what was ticked, or chosen freely, each of these codes. What already has a code just there is left as it is. */
    code: (asker: Asker, words: CodeWords, id: string, { version, codes, ticked, free }: Chosen) =>
      onOwn(asker, id, async (tx, text, own): Promise<Result<number, TextRefusal>> => {
        if (version !== text.version) return refuse('other-wording');
        const book = await codesIn(tx, words);
        const usable = codes.filter((code) => {
          const found = findCode(book, code);
          return found?.codable && found.state === 'in-use';
        });
        if (!usable.length || usable.length < codes.length) return refuse('no-code');
        const stretch = free && trimmed(text.words, free);
        const spans = stretch ? [stretch] : spansOf(text.sentences, ticked);
        if (!spans.length) return refuse('no-passage');
        const has = (code: string, span: Span) =>
          own.passages.some((each) => each.code === code && each.from === span.from && each.to === span.to);
        const passages = spans.flatMap((span) =>
          usable.filter((code) => !has(code, span)).map((code) => ({ ...span, id: randomUUID(), code })),
        );
        await store.addPassages(tx, own.id, passages, now());
        return ok(passages.length);
      }),

    uncode: (asker: Asker, id: string, passage: string) =>
      onOwn(asker, id, async (tx, _text, own): Promise<Result<'removed', TextRefusal>> =>
        uuid.test(passage) && (await store.removePassage(tx, own.id, passage, now())) ? ok('removed') : refuse('not-found'),
      ),

    finish: (asker: Asker, id: string) =>
      onOwn(asker, id, async (tx, _text, own): Promise<Result<'done', TextRefusal>> => {
        await store.setDone(tx, own.id, now());
        await note(tx, asker, now(), 'coding-finished', subject(id), { passages: own.passages.length });
        return ok('done');
      }),

    /** Goes on after all: only as long as nobody has seen anybody's. */
    goOn: (asker: Asker, id: string) =>
      onText(asker, id, async (tx, text): Promise<Result<'begun', TextRefusal>> => {
        await store.holdCodings(tx, id);
        const codings = (await store.allCodings(tx, id)).filter((each) => each.version === text.version);
        const own = codings.find(({ coder }) => coder === asker.id);
        if (!own?.doneAt) return refuse('not-begun');
        if (openedAt(codings, await store.codersWanted(tx))) return refuse('open');
        await store.setDone(tx, own.id, null);
        await note(tx, asker, now(), 'coding-begun', subject(id), { version: text.version });
        return ok('begun');
      }),

    addStoryThought: (asker: Asker, id: string, thought: string) =>
      onText(asker, id, async (tx): Promise<Result<'saved', NotReached>> => {
        await store.addMemo(tx, { id: randomUUID(), about: 'story', of: id, words: thought, by: asker.id, at: now() });
        return ok('saved');
      }),

    /** How many code each story before the work is shown to anybody. Who shares stories decides. */
    planCoders: (asker: Asker, coders: number) =>
      coding(ports, asker, async (tx): Promise<Result<'saved', NotReached>> => {
        if (!mayAtAll(asker, 'share stories')) return refuse('not-yours');
        await store.setCodersWanted(tx, coders);
        await note(tx, asker, now(), 'coders-planned', { kind: 'programme', id: asker.programme.id }, { coders });
        return ok('saved');
      }),
  };
};
