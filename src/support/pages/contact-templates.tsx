import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { contactChannels } from '../contact.ts';
import { mostHeadings } from '../contact-templates.ts';
import type { OwnTemplate, Supports } from '../index.ts';
import { EditTemplatePage, TemplatesPage } from './contact-templates-view.tsx';

type C = Context<Door>;

const templateForm = ({ templatesPage: { errors } }: Words['contacts'], channel: string) =>
  z.object({
    name: z.string({ error: errors.name }).trim().min(1, errors.name).max(60, errors.name),
    channel: z.enum(contactChannels, { error: channel }),
    minutes: z
      .string({ error: errors.minutes })
      .trim()
      .regex(/^\d{1,3}$/, errors.minutes)
      .transform(Number)
      .refine((minutes) => minutes >= 1 && minutes <= 720, errors.minutes),
    headings: z
      .string()
      .default('')
      .transform((typed) =>
        typed
          .split('\n')
          .map((line) => line.trim().replace(/:$/, ''))
          .filter(Boolean),
      )
      .refine((lines) => lines.length <= mostHeadings && lines.every((line) => line.length <= 60), errors.headings),
    tags: z.array(z.string().max(60)).max(20).default([]),
    forTeam: z
      .string()
      .default('')
      .transform((typed) => typed === 'yes'),
    rowVersion: z.coerce.number().int().catch(0),
  });

/** Own and team ways of writing up a contact, and the programme's own words for what was done. */
export const contactTemplatesPage = (support: Supports) => {
  const list = async (c: C, again: { values?: Typed; errors?: Errors } = {}) =>
    show(c, <TemplatesPage seen={await support.seeTemplates(askerOf(c))} {...again} />, again.errors ? 422 : 200);
  const edit = async (c: C, template: OwnTemplate, again: { values?: Typed; errors?: Errors; stale?: boolean } = {}) => {
    const page = <EditTemplatePage template={template} seen={await support.seeTemplates(askerOf(c))} {...again} />;
    return show(c, page, again.stale ? 409 : again.errors ? 422 : 200);
  };
  const read = async (c: C) => {
    const typed = await readForm(c, { many: ['tags'] });
    return { typed, checked: checkForm(templateForm(c.get('words').contacts, c.get('words').support.contact.errors.channel), typed) };
  };
  const words = (c: C) => c.get('words').contacts.templatesPage.errors;

  return new Hono<Door>()
    .use('/', allow('keep templates'))
    .use('/tags', allow('lead team'))
    .use('/tags/*', allow('lead team'))
    .use('/*', allow('keep templates'))
    .get('/', (c) => list(c))
    .post('/', async (c) => {
      const { typed, checked } = await read(c);
      if (!checked.ok) return list(c, { values: typed, errors: checked.errors });
      const saved = await support.saveTemplate(askerOf(c), checked.value);
      return saved.ok
        ? c.redirect('/contact-templates?done=template-saved', 303)
        : list(c, { values: typed, errors: { name: words(c).tooMany } });
    })
    .post('/tags', async (c) => {
      const typed = await readForm(c);
      const tagName = z
        .string({ error: words(c).tag })
        .trim()
        .min(1, words(c).tag)
        .max(40, words(c).tag);
      const checked = checkForm(z.object({ tagName }), typed);
      if (!checked.ok) return list(c, { values: typed, errors: checked.errors });
      const added = await support.addContactTag(askerOf(c), checked.value.tagName);
      if (added.ok) return c.redirect('/contact-templates?done=contact-tag-added', 303);
      return added.error === 'taken' ? list(c, { values: typed, errors: { tagName: words(c).taken } }) : showProblem(c, added.error);
    })
    .post('/tags/:id/remove', async (c) => {
      const removed = await support.retireContactTag(askerOf(c), c.req.param('id'));
      return removed.ok ? c.redirect('/contact-templates?done=contact-tag-removed', 303) : showProblem(c, 'not-found');
    })
    .get('/:id', async (c) => {
      const template = await support.seeTemplate(askerOf(c), c.req.param('id'));
      return template ? edit(c, template) : showProblem(c, 'not-found');
    })
    .post('/:id', async (c) => {
      const { typed, checked } = await read(c);
      const template = await support.seeTemplate(askerOf(c), c.req.param('id'));
      if (!template) return showProblem(c, 'not-found');
      if (!checked.ok) return edit(c, template, { values: typed, errors: checked.errors });
      const saved = await support.saveTemplate(askerOf(c), checked.value, { id: template.id, version: checked.value.rowVersion });
      return saved.ok ? c.redirect('/contact-templates?done=template-saved', 303) : edit(c, template, { values: typed, stale: true });
    })
    .post('/:id/remove', async (c) => {
      const removed = await support.retireTemplate(askerOf(c), c.req.param('id'));
      return removed.ok ? c.redirect('/contact-templates?done=template-removed', 303) : showProblem(c, 'not-found');
    });
};
