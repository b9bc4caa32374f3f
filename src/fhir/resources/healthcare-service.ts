import type { ListedService, Schedule } from '../../directory/index.ts';
import { gravityCoding, nameOf, needCoding, profiles, sdohCoding, systems } from '../codes.ts';
import { metaOf, type Resource, said, telecomOf } from '../web/resource.ts';
import { capacityStatus } from './capacity-status.ts';

type Service = ListedService['service'];

/** A service as a HealthcareService; one that runs claims the profile for referral management, which is only for those. */
export function healthcareService({ service, changedAt }: ListedService): Resource {
  const active = service.status === 'active';
  const { id, name, organisation, organisationName, description, eligibility, phone, email, url, locations, languages } = service;
  return {
    resourceType: 'HealthcareService',
    ...said({
      id,
      meta: metaOf(changedAt, active ? profiles.healthcareService : undefined),
      extension: active ? [capacityStatus(service)] : [],
      active,
      providedBy: said({ reference: `Organization/${organisation}`, display: organisationName }),
      category: categoriesOf(service),
      type: [typeOf(service)],
      location: locations
        .filter((location) => !location.private)
        .map((location) => said({ reference: `Location/${location.id}`, display: location.name || location.town })),
      name,
      comment: description,
      telecom: telecomOf({ phone, email, url }),
      serviceProvisionCode: provisionOf(service),
      eligibility: eligibility.trim() ? [{ comment: eligibility }] : [],
      communication: languages.map((code) =>
        /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(code) ? { coding: [{ system: systems.language, code }] } : { text: code },
      ),
      appointmentRequired: appointment(service),
      availableTime: service.schedules.flatMap(availableTime),
      availabilityExceptions: service.schedules.some((schedule) => !availableTime(schedule).length)
        ? 'It also runs at other times: ask.'
        : '',
    }),
  };
}

/** One for each need: the category of the Gravity project and our own code mean the same there. */
const categoriesOf = ({ needs }: Service) =>
  needs.length
    ? needs.map((need) => ({ coding: [sdohCoding, gravityCoding(need), needCoding(need)], text: nameOf(need) }))
    : [{ coding: [sdohCoding] }];

/** The profile wants exactly one; none of its codes need fit, so ours say what it helps with. */
const typeOf = ({ needs }: Service) =>
  needs.length ? { coding: needs.map(needCoding), text: needs.map(nameOf).join(', ') } : { text: 'Community service' };

function provisionOf({ free }: Service) {
  if (free === null) return [];
  return [{ coding: [{ system: systems.provision, code: free ? 'free' : 'cost', display: free ? 'Free' : 'Fees apply' }] }];
}

const appointment = ({ howToJoin }: Service): boolean | null => {
  if (howToJoin.includes('drop-in')) return false;
  return howToJoin.includes('appointment') ? true : null;
};

const dayCodes: Record<string, string> = { MO: 'mon', TU: 'tue', WE: 'wed', TH: 'thu', FR: 'fri', SA: 'sat', SU: 'sun' };

/** FHIR R4 knows the same hours every week, and nothing else. */
function availableTime({ freq, interval, byDay, opensAt, closesAt }: Schedule) {
  if (freq !== 'weekly' || interval !== 1 || !byDay.length) return [];
  return [
    said({
      daysOfWeek: byDay.flatMap((day) => dayCodes[day] ?? []),
      availableStartTime: opensAt && `${opensAt}:00`,
      availableEndTime: opensAt && closesAt && `${closesAt}:00`,
    }),
  ];
}
