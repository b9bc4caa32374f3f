import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { People } from '../index.ts';
import { nameOf, type Person } from '../person.ts';
import { DetailsPage } from './details-view.tsx';
import { optionalText, personFields, personFieldsAsked, safeContactOf } from './person-fields.ts';

type C = Context<Door, '/:id/details'>;

const form = (words: Words['people']['errors'], today: string) =>
  z.object({
    ...personFields(words, today),
    chosenName: optionalText(words, 100),
    pronouns: optionalText(words, 60),
    email: optionalText(words, 200).refine((typed) => !typed || z.email().safeParse(typed).success, words.email),
    address: optionalText(words, 500),
    place: optionalText(words, 100),
    postcode: optionalText(words, 12),
    interpreter: optionalText(words, 100),
    accessNeeds: optionalText(words, 500),
    rowVersion: z.coerce.number().int().min(1),
  });

type Details = z.infer<ReturnType<typeof form>>;

/** Who somebody is, and how it is safe to reach them, as their link worker learns it. */
export const detailsPage = (people: People) => {
  const again = (c: C, person: Person, typed: Typed, errors: Errors, stale?: Person) => {
    readsOf(c, person.id);
    return show(c, <DetailsPage person={person} values={typed} errors={errors} stale={stale} />, stale ? 409 : 422);
  };

  return new Hono<Door>()
    .use('/:id/details', allow('support person'))
    .get('/:id/details', async (c) => {
      const found = await people.see(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.id);
      return show(c, <DetailsPage person={found.value} values={valuesOf(found.value)} />);
    })
    .post('/:id/details', async (c) => {
      const words = c.get('words').people.errors;
      const found = await people.see(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      const typed = await readForm(c, personFieldsAsked);
      const checked = checkForm(form(words, dayIn(askerOf(c).programme.settings.timeZone, started(c))), typed);
      if (!checked.ok) return again(c, found.value, typed, checked.errors);
      const saved = await people.update(askerOf(c), withDetails(found.value, checked.value));
      if (saved.ok) return c.redirect(`/people/${found.value.id}?done=details-saved`, 303);
      if (typeof saved.error === 'string') return showProblem(c, saved.error);
      if ('numberOf' in saved.error) return again(c, found.value, typed, { healthNumber: words.numberTaken(nameOf(saved.error.numberOf)) });
      const { stale } = saved.error;
      return again(c, stale, { ...typed, rowVersion: String(stale.rowVersion) }, {}, stale);
    });
};

const withDetails = (person: Person, { channels, voicemail, contactNote, ...rest }: Details): Person => ({
  ...person,
  ...rest,
  safeContact: safeContactOf({ channels, voicemail, contactNote }),
});

/** A person as the form shows them. */
function valuesOf({ healthNumber, safeContact, dateOfBirth, ...person }: Person): Typed {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  const { givenName, familyName, chosenName, pronouns, phone, email, address, place, postcode, interpreter, accessNeeds } = person;
  return {
    ...{ givenName, familyName, chosenName, pronouns, phone, email, address, place, postcode, interpreter, accessNeeds },
    'dateOfBirth-day': String(Number(day)),
    'dateOfBirth-month': String(Number(month)),
    'dateOfBirth-year': year,
    healthNumber: healthNumber?.value ?? '',
    channels: [...safeContact.channels],
    voicemail: safeContact.voicemailOk === null ? '' : safeContact.voicemailOk ? 'yes' : 'no',
    contactNote: safeContact.note,
  };
}
