import { type Context, Hono } from 'hono';
import { Button, Form, formatDateTime, InsetText, Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { askedOf, readSection } from '../core/read-section.ts';
import { sections } from '../core/sections.ts';
import type { OneSection, People } from '../index.ts';
import { nameOf } from '../person.ts';
import { SectionFields } from './section-fields.tsx';
import { textsOf } from './section-texts.ts';
import { errorsInWords } from './section-values.ts';
import { savedValues } from './section-view.tsx';

type C = Context<Door, '/:id/clinical'>;
type Form = { typed: Typed; errors?: Errors; version?: number };

/** What only those who treat somebody may know: their own practice, and no link worker. */
export const clinicalPage = (people: People) => {
  const showForm = (c: C, seen: OneSection, status: 200 | 409 | 422, form?: Form) => {
    readsOf(c, seen.person.id);
    const { timeZone } = askerOf(c).programme.settings;
    return show(c, <ClinicalPage seen={seen} timeZone={timeZone} {...form} />, status);
  };
  return new Hono<Door>()
    .use('/:id/clinical', allow('tell clinical facts'))
    .get('/:id/clinical', async (c) => {
      const found = await people.seeSection(askerOf(c), c.req.param('id'), 'clinical');
      return found.ok ? showForm(c, found.value, 200) : showProblem(c, found.error);
    })
    .post('/:id/clinical', async (c) => {
      const found = await people.seeSection(askerOf(c), c.req.param('id'), 'clinical');
      if (!found.ok) return showProblem(c, found.error);
      const typed = await readForm(c, askedOf(sections.clinical));
      const words = c.get('words').aboutPerson;
      const read = readSection(sections.clinical, typed, dayIn(askerOf(c).programme.settings.timeZone, started(c)));
      if (!read.ok) return showForm(c, found.value, 422, { typed, errors: errorsInWords(read.error, words.errors) });
      const change = { section: 'clinical' as const, content: read.value, version: Number(typed['rowVersion']) || 0 };
      const saved = await people.saveSection(askerOf(c), found.value.person.id, change);
      if (saved.ok) return c.redirect(`/people/${found.value.person.id}/clinical?done=section-saved`, 303);
      if (typeof saved.error === 'string') return showProblem(c, saved.error);
      const { stale } = saved.error;
      return showForm(c, { ...found.value, current: stale }, 409, { typed, errors: { _form: words.staleTitle }, version: stale.version });
    });
};

function ClinicalPage({ seen, timeZone, typed, errors, version }: { seen: OneSection; timeZone: string } & Partial<Form>) {
  const words = useWords();
  const texts = textsOf(words, 'clinical');
  const { person, current, names } = seen;
  const values = typed ?? savedValues('clinical', current);
  return (
    <Page
      title={texts.title}
      caption={nameOf(person)}
      back={{ href: '/referrals', text: words.referrals.made.title }}
      {...(errors && { errors })}
    >
      <InsetText>
        <h2 class="nhsuk-heading-xs">{words.aboutPerson.because}</h2>
        <p>{texts.why}</p>
      </InsetText>
      <Form values={values} rowVersion={version ?? current?.version ?? 0}>
        <SectionFields section={sections.clinical} texts={texts} values={values} />
        <Button preventDoubleClick>{words.aboutPerson.save}</Button>
      </Form>
      {current && (
        <p class="bothy-note">
          {words.aboutPerson.saved(
            names.get(current.savedBy ?? '')?.name ?? words.aboutPerson.somebody,
            formatDateTime(current.savedAt, { timeZone }),
          )}
        </p>
      )}
    </Page>
  );
}
