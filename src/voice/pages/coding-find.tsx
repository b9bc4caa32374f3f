import { Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { toCsv } from '../../platform/csv.ts';
import { readForm } from '../../platform/forms.ts';
import { type Grouping, groupings } from '../core/codebook-find.ts';
import type { CodingUses } from '../index.ts';
import { AgreementPage, OwnTablePage } from './coding-agreement-view.tsx';
import { FindPage, groupName } from './coding-find-view.tsx';
import { type C, codeWords } from './coding-words.tsx';

const levels = ['nominal', 'ordinal', 'interval'] as const;

/** How far readers agree, what stories say, and the files that other programs read. */
export const findingsPage = (coding: CodingUses) => {
  const asked = (c: C) => ({
    by: groupings.find((each) => each === c.req.query('by')) ?? ('practice' satisfies Grouping),
    code: c.req.query('code') || undefined,
  });
  const file = (c: C, body: string | Uint8Array<ArrayBuffer>, name: string, type: string) =>
    c.body(body, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });

  return new Hono<Door>()
    .use('/agreement', allow('code stories'))
    .use('/agreement/own', allow('code stories'))
    .use('/find', allow('code stories'))
    .use('/find.csv', allow('code stories'))
    .use('/codebook.qdc', allow('code stories'))
    .use('/project.qdpx', allow('code stories'))
    .get('/agreement', async (c) => {
      const seen = await coding.seeAgreement(askerOf(c), codeWords(c));
      return seen.ok ? show(c, <AgreementPage seen={seen.value} />) : showProblem(c, seen.error);
    })
    .get('/agreement/own', (c) => show(c, <OwnTablePage />))
    .post('/agreement/own', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').coding.own.errors;
      const level = levels.find((each) => each === typed['level']) ?? 'nominal';
      const found = coding.workOut(String(typed['table'] ?? ''), level);
      if (found.ok) return show(c, <OwnTablePage values={typed} found={found.value} />);
      const why = found.error === 'empty' ? words.table : found.error === 'too-big' ? words.tooBig : words.notNumbers(found.error.line);
      return show(c, <OwnTablePage values={typed} errors={{ table: why }} />, 422);
    })
    .get('/find', async (c) => {
      const seen = await coding.find(askerOf(c), codeWords(c), asked(c));
      return seen.ok ? show(c, <FindPage seen={seen.value} />) : showProblem(c, seen.error);
    })
    .get('/find.csv', async (c) => {
      const seen = await coding.find(askerOf(c), codeWords(c), { by: asked(c).by });
      if (!seen.ok) return showProblem(c, seen.error);
      const words = c.get('words');
      const { header, all } = words.coding.find;
      const { rows, groups, by, practices } = seen.value;
      const lines = rows.flatMap(({ code, all: total, groups: counts }) => [
        [code.name, all, String(total.texts), String(total.passages)],
        ...counts.map(({ texts, passages }, index) => [
          code.name,
          groupName(words, by, groups![index]!, practices),
          String(texts),
          String(passages),
        ]),
      ]);
      const csv = toCsv([[header.code, header.group, header.stories, header.passages], ...lines]);
      return file(c, csv, `stories-by-${by}.csv`, 'text/csv; charset=utf-8');
    })
    .get('/codebook.qdc', async (c) => {
      const made = await coding.codebookFile(askerOf(c), codeWords(c), c.get('words').coding.files);
      return made.ok ? file(c, made.value, 'codebook.qdc', 'application/xml; charset=utf-8') : showProblem(c, made.error);
    })
    .post('/project.qdpx', async (c) => {
      const made = await coding.projectFile(askerOf(c), codeWords(c), c.get('words').coding.files);
      return made.ok ? file(c, made.value, 'stories.qdpx', 'application/zip') : showProblem(c, made.error);
    });
};
