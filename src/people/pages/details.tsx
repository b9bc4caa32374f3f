import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { People } from '../index.ts';
import { type Channel, nameOf, type Person } from '../person.ts';
import { DetailsPage } from './details-view.tsx';
import type { IdentifierSystem } from '../core/identifier.ts';
import { keptAs, otherNumbers, typedAs } from './number-fields.ts';
import { birthAgrees, optionalText, personFields, personFieldsAsked, safeContactOf } from './person-fields.ts';

type C = Context<Door, '/:id/details'>;

const form = (words: Words['people']['errors'], today: string, first: IdentifierSystem) =>
  z
    .object({
      ...personFields(words, today, first),
      chosenName: optionalText(words, 100),
      pronouns: optionalText(words, 60),
      email: optionalText(words, 200).refine((typed) => !typed || z.email().safeParse(typed).success, words.email),
      address: optionalText(words, 500),
      place: optionalText(words, 100),
      postcode: optionalText(words, 12),
      otherNumbers: otherNumbers(words, first),
      keepNumber: z.string().default(''),
      rowVersion: z.coerce.number().int().min(1),
    })
    .refine((typed) => typed.keepNumber || birthAgrees(typed), { error: words.otherBirth, path: ['healthNumber'] });

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
      const { settings } = askerOf(c).programme;
      const checked = checkForm(form(words, dayIn(settings.timeZone, started(c)), settings.healthNumber), typed);
      if (!checked.ok) return again(c, found.value, typed, checked.errors);
      const saved = await people.update(askerOf(c), withDetails(found.value, checked.value));
      if (saved.ok) return c.redirect(`/people/${found.value.id}?done=details-saved`, 303);
      if (typeof saved.error === 'string') return showProblem(c, saved.error);
      if ('numberOf' in saved.error) return again(c, found.value, typed, { healthNumber: words.numberTaken(nameOf(saved.error.numberOf)) });
      const { stale } = saved.error;
      return again(c, stale, { ...typed, rowVersion: String(stale.rowVersion) }, {}, stale);
    });
};

const withDetails = (person: Person, { channels, voicemail, contactNote, keepNumber: _, ...rest }: Details): Person => ({
  ...person,
  ...rest,
  healthNumber: keptAs(rest),
  safeContact: safeContactOf({ channels: inTheirOrder(person.safeContact.channels, channels), voicemail, contactNote }),
});

/** Ways that stay keep the order in which the person likes them; new ones come after. */
const inTheirOrder = (before: readonly Channel[], now: readonly Channel[]): Channel[] => [
  ...before.filter((each) => now.includes(each)),
  ...now.filter((each) => !before.includes(each)),
];

/** A person as the form shows them. */
function valuesOf({ healthNumber, otherNumbers, safeContact, dateOfBirth, ...person }: Person): Typed {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  const { givenName, familyName, chosenName, pronouns, phone, email, address, place, postcode } = person;
  return {
    ...{ givenName, familyName, chosenName, pronouns, phone, email, address, place, postcode },
    'dateOfBirth-day': String(Number(day)),
    'dateOfBirth-month': String(Number(month)),
    'dateOfBirth-year': year,
    healthNumber: healthNumber ? typedAs(healthNumber) : '',
    otherNumbers: otherNumbers.map(typedAs).join('\n'),
    channels: [...safeContact.channels],
    voicemail: safeContact.voicemailOk === null ? '' : safeContact.voicemailOk ? 'yes' : 'no',
    contactNote: safeContact.note,
  };
}
