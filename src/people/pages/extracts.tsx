import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { toCsv } from '../../platform/csv.ts';
import { decoded } from '../../platform/decode.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { extractBases, extractFields, extractPurposes } from '../extract.ts';
import type { Declared, ExtractPreview, Extracts, OptOuts } from '../index.ts';
import { ExtractPreviewPage, ExtractsPage } from './extracts-view.tsx';

type C = Context<Door>;
type W = Words['extracts']['errors'];

const asked = { many: ['fields'], days: ['from', 'to'] };
const day = (message: string) => z.string({ error: message }).refine(isCalendarDay, { error: message });

const declaration = (words: W): z.ZodType<Declared> =>
  z
    .object({
      purpose: z.enum(extractPurposes, { error: words.purpose }),
      basis: z.enum(extractBases, { error: words.basis }),
      approval: z.string().trim().max(300, words.tooLong).default(''),
      recipient: z.string({ error: words.recipient }).trim().min(1, words.recipient).max(300, words.tooLong),
      fields: z.array(z.enum(extractFields, { error: words.fields })).min(1, words.fields),
      from: day(words.from),
      to: day(words.to),
    })
    .refine(({ basis, approval }) => basis !== 'section-251' || approval !== '', { error: words.approval, path: ['approval'] })
    .refine(({ from, to }) => from <= to, { error: words.order, path: ['to'] });

/** Lists with names for something other than care: declared, counted, then handed over; and the national opt-outs that hold some back. */
export const extractsPage = (extracts: Extracts, optOuts: OptOuts) => {
  const ask = async (c: C, values: Typed = {}, errors?: Errors) => {
    const past = await extracts.past(askerOf(c));
    if (!past.ok) return showProblem(c, past.error);
    const newest = await optOuts.newest(askerOf(c));
    return show(c, <ExtractsPage past={past.value} newest={newest} values={values} {...(errors && { errors })} />, errors ? 422 : 200);
  };
  const look = (c: C, declared: Declared, preview: ExtractPreview, typed: Typed) =>
    show(c, <ExtractPreviewPage declared={declared} preview={preview} typed={typed} />);

  const declaredIn = async (c: C, go: (declared: Declared, typed: Typed) => Response | Promise<Response>) => {
    const typed = await readForm(c, asked);
    if (typed['step'] === 'change') return ask(c, typed);
    const checked = checkForm(declaration(c.get('words').extracts.errors), typed);
    return checked.ok ? go(checked.value, typed) : ask(c, typed, checked.errors);
  };
  const counted = async (c: C, declared: Declared, typed: Typed) => {
    const preview = await extracts.preview(askerOf(c), declared);
    return preview.ok ? look(c, declared, preview.value, typed) : showProblem(c, preview.error);
  };

  return new Hono<Door>()
    .use(allow('extract people'))
    .get('/', (c) => ask(c))
    .post('/', (c) => declaredIn(c, (declared, typed) => counted(c, declared, typed)))
    .post('/people.csv', (c) =>
      declaredIn(c, async (declared, typed) => {
        const made = await extracts.make(askerOf(c), declared);
        if (!made.ok) return made.error === 'nobody' ? counted(c, declared, typed) : showProblem(c, made.error);
        const headings = declared.fields.map((field) => c.get('words').extracts.field[field]);
        return c.body(toCsv([headings, ...made.value]), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="people.csv"',
          'cache-control': 'private, no-store',
        });
      }),
    )
    .post('/opt-outs', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').extracts.optOut.errors;
      const kind = typed['kind'] === 'opted-out' || typed['kind'] === 'cleaned' ? typed['kind'] : undefined;
      if (!kind) return ask(c, typed, { kind: words.kind });
      const file = (await c.req.parseBody())['file'];
      const chosen = file instanceof File && file.size > 0 ? decoded(new Uint8Array(await file.arrayBuffer())) : '';
      const compared = await optOuts.compare(askerOf(c), { kind, text: `${chosen}\n${String(typed['text'] ?? '')}` });
      if (compared.ok) return c.redirect('/extracts?done=opt-outs-compared', 303);
      return compared.error === 'no-numbers'
        ? ask(c, typed, { [chosen ? 'file' : 'text']: words['no-numbers'] })
        : showProblem(c, compared.error);
    });
};

/** What a person says of their national opt-out themselves. */
export const optOutDoor = (optOuts: OptOuts) =>
  new Hono<Door>().post('/:id/opt-out', allow('support person'), async (c) => {
    const { out } = await readForm(c);
    const noted = await optOuts.note(askerOf(c), c.req.param('id'), out !== 'no');
    return noted.ok ? c.redirect(`/people/${c.req.param('id')}/consent?done=opt-out-noted`, 303) : showProblem(c, noted.error);
  });
