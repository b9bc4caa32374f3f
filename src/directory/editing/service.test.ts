import { describe, expect, it } from 'vitest';
import type { ServiceEdit } from '../edit.ts';
import type { Raw } from '../feed/raw.ts';
import type { Document } from '../record.ts';
import { splitService } from '../record/split.ts';
import { exampleService } from '../testing/whole-example.ts';
import { editedService, editOf, newService } from './service.ts';

const whole = exampleService as unknown as Raw;
const { service: document } = splitService(exampleService as never);
const before = editOf(whole);

/** The document after the form was sent with these answers, and the form as it then shows it. */
function edited(change: Partial<ServiceEdit>): { after: Document; shown: ServiceEdit } {
  const after = editedService(document, whole, { ...before, ...change });
  const places = after['service_at_locations'] as Raw[];
  const hall = exampleService.service_at_locations[0]!.location;
  const told = places?.map((placed) => ((placed['location'] as Raw)['id'] === hall.id ? { ...placed, location: hall } : placed));
  return { after, shown: editOf({ ...after, organization: exampleService.organization, ...(told && { service_at_locations: told }) }) };
}

const changes: [string, Partial<ServiceEdit>, string[]][] = [
  ['its name', { name: 'Tea and more' }, ['name']],
  ['what it is', { description: 'Tea.' }, ['description']],
  ['that it is closed for now', { status: 'temporarily closed' }, ['status']],
  ['what it helps with', { needs: ['loneliness', 'food'] }, ['attributes']],
  ['ages', { minAge: null, maxAge: 60 }, ['minimum_age', 'maximum_age']],
  ['who may come', { eligibility: 'Men' }, ['eligibility_description']],
  ['its cost', { free: false, costs: [{ option: 'Tea', amount: 2, currency: 'GBP' }] }, ['cost_options']],
  ['that it is free', { free: true, costs: [] }, ['cost_options']],
  ['its languages', { languages: ['pl', 'cy'] }, ['languages']],
  [
    'its times',
    { schedules: [{ ...before.schedules[0]!, opensAt: '11:00' }, ...before.schedules.slice(1)] },
    ['schedules', 'service_at_locations'],
  ],
  ['that it has no times', { schedules: [] }, ['schedules', 'service_at_locations']],
  [
    'that it is nowhere',
    { locations: [], schedules: before.schedules.map((each) => ({ ...each, location: null })) },
    ['schedules', 'service_at_locations', 'attributes'],
  ],
  ['its telephone', { phone: '01644 111111' }, ['phones']],
  ['that it has no telephone', { phone: null }, ['phones']],
  ['where requests go', { requestEmail: 'ask@hall.example' }, []],
  ['what to bring', { documents: ['A coat'] }, ['required_documents']],
  ['when it is closed', { closures: [{ from: '2026-12-24', to: '2027-01-03', note: 'Christmas' }] }, []],
  ['that it was checked', { assuredAt: '2026-11-21', assuredBy: 'Dev Anand' }, ['assured_date', 'assurer_email']],
];

describe('editing a service', () => {
  it('changes nothing when nothing was changed', () => {
    expect(editedService(document, whole, before)).toEqual(document);
  });

  it.each(changes)('shows %s as it was typed', (_what, change) => {
    expect(edited(change).shown).toEqual({ ...before, ...change });
  });

  it.each(changes)('keeps all that the form does not show when somebody changes %s', (_what, change, fields) => {
    const { after } = edited(change);
    for (const field of Object.keys(document)) {
      if (fields.includes(field)) continue;
      expect(after[field], field).toEqual(document[field]);
    }
  });

  it('keeps what a time says beyond its rule', () => {
    const schedules = before.schedules.map((each) => ({ ...each, opensAt: '11:00' }));
    const { after } = edited({ schedules });
    const [was] = document['schedules'] as Raw[];
    expect(after['schedules']).toEqual([{ ...was, opens_at: '11:00' }]);
    expect((after['service_at_locations'] as Raw[])[0]).toMatchObject({ schedules: [{ ...was, opens_at: '11:00' }] });
  });

  it('keeps the other telephone numbers, and what is said of this one', () => {
    const second = { id: '30000000-0000-4000-8000-000000000001', number: '01632 960002', type: 'voice' };
    const [first] = document['phones'] as Raw[];
    const two = { ...document, phones: [first, second] };
    const after = editedService(two, { ...whole, phones: two.phones }, { ...before, phone: '01644 111111' });
    expect(after['phones']).toEqual([{ ...first, number: '01644 111111' }, second]);
  });

  it('keeps what is said of a language', () => {
    const { after } = edited({ languages: ['cy', 'pl'] });
    expect(after['languages']).toMatchObject([
      { code: 'cy', name: 'Welsh' },
      { code: 'pl', note: 'Ask for Ola.' },
    ]);
  });

  it('does not bring back a telephone or an address for requests that somebody emptied', () => {
    const given = editedService(document, whole, { ...before, requestEmail: 'ask@hall.example', requestPhone: '01644 1' });
    const emptied = editedService(
      given,
      { ...whole, ...given, service_at_locations: whole['service_at_locations'] },
      { ...before, requestEmail: null, requestPhone: null },
    );
    expect(editOf({ ...whole, bothy: emptied['bothy'] })).toMatchObject({ requestEmail: null, requestPhone: null });
  });

  it('keeps a place that is not anywhere, such as a video call', () => {
    const call = {
      id: '30000000-0000-4000-8000-000000000002',
      location: { id: '30000000-0000-4000-8000-000000000003', location_type: 'virtual', name: 'Video call' },
    };
    const more = { ...whole, service_at_locations: [...(whole['service_at_locations'] as Raw[]), call] };
    const after = editedService(document, more, { ...editOf(more), locations: [] });
    expect(after['service_at_locations']).toEqual([{ ...call, location: { id: call.location.id } }]);
  });
});

it('writes a new service as it was typed', () => {
  const typed: ServiceEdit = {
    ...before,
    locations: [],
    schedules: before.schedules.map((each) => ({ ...each, location: null })),
    closures: [{ from: '2026-12-24', to: '2027-01-03', note: '' }],
  };
  const written = newService('30000000-0000-4000-8000-000000000009', typed);
  expect(editOf({ ...written, organization: exampleService.organization })).toEqual(typed);
});
