import type { CalendarDay } from '../platform/calendar.ts';
import type { Need } from './need.ts';
import type { Capacity } from './room.ts';
import type { Schedule } from './schedule.ts';

export const audiences = [
  'everyone',
  'men',
  'women',
  'young',
  'older',
  'parents',
  'carers',
  'disabled',
  'lgbt',
  'veterans',
  'new-to-area',
  'refugees',
] as const;
export const waysToJoin = ['drop-in', 'self', 'referral', 'appointment', 'membership'] as const;
export const attendances = ['in-person', 'online', 'phone', 'home-visit'] as const;
export const accessibilities = [
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'sign-language',
  'parking',
  'near-bus',
  'quiet-space',
  'assistance-dogs',
] as const;
export const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;

export type Audience = (typeof audiences)[number];
export type WayToJoin = (typeof waysToJoin)[number];
export type Attendance = (typeof attendances)[number];
export type Accessibility = (typeof accessibilities)[number];
export type ServiceStatus = (typeof statuses)[number];

export type Organisation = {
  id: string;
  name: string;
  description: string;
  website: string | null;
  email: string | null;
  phone: string | null;
  status: 'active' | 'inactive';
};

export type Location = {
  id: string;
  name: string;
  address: string;
  town: string;
  postcode: string;
  latitude: number | null;
  longitude: number | null;
  /** Its address must never be shown; only its town may be known. */
  private: boolean;
  /** The id of the service's being there, where a feed gave one. */
  link?: string;
};

/** `amount` in whole units of the currency, such as pounds; null when the words say it all. */
export type CostOption = { option: string; amount: number | null; currency: string };

export type Service = {
  id: string;
  organisation: string;
  name: string;
  description: string;
  status: ServiceStatus;
  url: string | null;
  email: string | null;
  phone: string | null;
  /** Where requests to take somebody on go: for link workers, never on a public page. */
  requestEmail: string | null;
  requestPhone: string | null;
  needs: readonly Need[];
  howToJoin: readonly WayToJoin[];
  whoFor: readonly Audience[];
  minAge: number | null;
  maxAge: number | null;
  eligibility: string;
  /** Null when nobody has said. */
  free: boolean | null;
  costs: readonly CostOption[];
  languages: readonly string[];
  attendance: readonly Attendance[];
  accessibility: readonly Accessibility[];
  assuredAt: CalendarDay | null;
  assuredBy: string | null;
  locations: readonly Location[];
  schedules: readonly Schedule[];
  capacity: Capacity | null;
};

const nothingSaid = {
  description: '',
  status: 'active',
  url: null,
  email: null,
  phone: null,
  requestEmail: null,
  requestPhone: null,
  needs: [],
  howToJoin: [],
  whoFor: [],
  minAge: null,
  maxAge: null,
  eligibility: '',
  free: null,
  costs: [],
  languages: [],
  attendance: [],
  accessibility: [],
  assuredAt: null,
  assuredBy: null,
  locations: [],
  schedules: [],
  capacity: null,
} as const satisfies Partial<Service>;

/** A whole service from what is known of it. */
export const toService = (known: Partial<Service> & Pick<Service, 'id' | 'organisation' | 'name'>): Service => ({
  ...nothingSaid,
  ...known,
});

/** What anybody may know of a place: a private one is its town and nothing nearer. */
export const shownLocation = (location: Location): Location =>
  location.private ? { ...location, name: '', address: '', postcode: '', latitude: null, longitude: null } : location;
