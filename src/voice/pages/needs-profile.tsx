import { type Context, Hono } from 'hono';
import { Page, useWords } from '../../design/index.ts';
import { isNeed } from '../../directory/index.ts';
import { allow, askerOf, type Door, mayAtAll, show, showProblem, started } from '../../identity/index.ts';
import { toCsv } from '../../platform/csv.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { CommunityNeeds, ProfileSeen } from '../index.ts';
import { ProfileList } from './needs-profile-list.tsx';
import { NeedPage } from './needs-profile-need.tsx';
import { ProfilePaper } from './needs-profile-print.tsx';
import { profileTable } from './needs-profile-table.ts';
import { ProfilePage } from './needs-profile-view.tsx';

type C = Context<Door>;

/** What people in a place need, beside what there is. */
export const needsProfilePage = (needs: CommunityNeeds) => {
  const list = async (c: C, errors: Errors = {}) => {
    const seen = await needs.seeProfiles(askerOf(c));
    const may = { mayChoose: mayAtAll(askerOf(c), 'keep steering'), mayLoad: mayAtAll(askerOf(c), 'load areas') };
    const status = Object.keys(errors).length ? 422 : 200;
    return seen.ok ? show(c, <ProfileList {...seen.value} {...may} errors={errors} />, status) : showProblem(c, seen.error);
  };
  /** The profile that is asked for, or the page that says why there is none. */
  const found = async (c: C): Promise<ProfileSeen | Response> => {
    const seen = await needs.seeProfile(askerOf(c), c.req.param('place') ?? '', c.req.query('period'));
    if (seen.ok) return seen.value;
    if (seen.error === 'not-chosen') return c.redirect('/needs-profile', 303);
    return seen.error === 'not-yet' ? show(c, <NotYet />) : showProblem(c, seen.error);
  };
  const aNeed = async (c: C, again: { typed?: Typed; errors?: Errors } = {}) => {
    const [seen, need] = [await found(c), c.req.param('need') ?? ''];
    if (seen instanceof Response) return seen;
    const row = isNeed(need) ? seen.profile.rows.find((each) => each.need === need) : undefined;
    if (!row) return showProblem(c, 'not-found');
    const asker = askerOf(c);
    const stories = await needs.storiesOfNeed(asker, row.need);
    const list = await needs.seePriorities(asker);
    if (!stories.ok || !list.ok) return showProblem(c, 'not-yours');
    const on = list.value.list.some((each) => each.need === need && (each.place?.id ?? null) === (seen.profile.place?.id ?? null));
    const props = { profile: seen.profile, row, stories: stories.value, mayAdd: list.value.mayChange, on, ...again };
    return show(c, <NeedPage {...props} />, again.errors ? 422 : 200);
  };

  return new Hono<Door>()
    .get('/', allow('see needs'), (c) => list(c))
    .post('/counting', allow('keep steering'), async (c) => {
      const every = (await readForm(c))['every'];
      if (every !== 'quarter' && every !== 'year') return list(c, { every: c.get('words').needsProfile.choose.error });
      const chosen = await needs.chooseCounting(askerOf(c), every);
      if (chosen.ok) return c.redirect('/needs-profile?done=counting-chosen', 303);
      return showProblem(c, chosen.error === 'chosen-already' ? 'changed-meanwhile' : chosen.error);
    })
    .get('/:place', allow('see needs'), async (c) => {
      const seen = await found(c);
      return seen instanceof Response ? seen : show(c, <ProfilePage {...seen} />);
    })
    .get('/:place/print', allow('see needs'), async (c) => {
      const seen = await found(c);
      if (seen instanceof Response) return seen;
      const list = await needs.seePriorities(askerOf(c));
      if (!list.ok) return showProblem(c, list.error);
      const { programme } = askerOf(c);
      return show(c, <ProfilePaper profile={seen.profile} list={list.value.list} programme={programme.name} now={started(c)} />);
    })
    .get('/:place/table.csv', allow('see needs'), async (c) => {
      const seen = await found(c);
      if (seen instanceof Response) return seen;
      return c.body(toCsv(profileTable(seen.profile, c.get('words'))), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="needs-${seen.profile.period.id}.csv"`,
      });
    })
    .get('/:place/needs/:need', allow('see needs'), (c) => aNeed(c))
    .post('/:place/needs/:need', allow('take part in steering'), async (c) => {
      const [place, need] = [c.req.param('place'), c.req.param('need')];
      const typed = await readForm(c);
      const [title, why] = [String(typed['title'] ?? '').trim(), String(typed['why'] ?? '').trim()];
      const words = c.get('words').needsProfile.how.errors;
      const errors: Errors = {};
      if (!title) errors['title'] = words.title;
      if (title.length > 120) errors['title'] = words.tooLong(120);
      if (why.length > 1000) errors['why'] = words.tooLong(1000);
      if (Object.keys(errors).length) return aNeed(c, { typed, errors });
      const added = await needs.addPriority(askerOf(c), { place, need, title, why });
      if (added.ok) return c.redirect('/needs-priorities?done=priority-added', 303);
      return added.error === 'there-already' ? aNeed(c, { typed, errors: { title: words['there-already'] } }) : showProblem(c, added.error);
    });
};

function NotYet() {
  const words = useWords().needsProfile;
  return (
    <Page title={words.title} back={{ href: '/needs-profile', text: words.title }}>
      <p>{words.choose.notYet}</p>
    </Page>
  );
}
