import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvedStory } from '../../test/support/approved-story.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { shippedId } from './core/codebook-shipped.ts';

type Web = ReturnType<typeof openWeb>;
type Visitor = Awaited<ReturnType<Web['signedIn']>>;

const words =
  'I had not left the house since March. The link worker came with me on the bus.\nNow I run the tea stall, and people know my name.';
const tools = shippedId('theme-tools');
const safety = shippedId('theme-safety');

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

let web: Web;
let programme: TestProgramme;
let sam: Visitor;
let rhona: Visitor;
let story: string;
beforeEach(async () => {
  web = openWeb(db);
  programme = await newProgramme(db);
  story = await approvedStory(db, programme, web.clock.now, 'The tea stall', words);
  [sam, rhona] = [await web.signedIn(programme.as('linkWorker')), await web.signedIn(programme.as('otherLinkWorker'))];
});

const at = (place = '') => `/coding/stories/${story}${place}`;
const mark = (who: Visitor, sentence: readonly string[], code: readonly string[], more: Form = {}) =>
  who.post(at('/mark'), { version: '1', sentence, code, ...more });
const bodyOf = async (who: Visitor, path: string) => (await who.get(path)).text();
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
async function bothRead() {
  for (const who of [sam, rhona]) await who.post(at('/begin'));
  await mark(sam, ['0'], [safety]);
  await mark(sam, ['2'], [tools]);
  await mark(rhona, ['0', '1'], [safety]);
  await mark(rhona, ['2'], [tools]);
  for (const who of [sam, rhona]) await who.post(at('/finish'));
}

describe('reading a story', () => {
  it('shows nobody what the others marked until enough have finished, and then where they differ', async () => {
    for (const who of [sam, rhona]) expect((await who.post(at('/begin'))).status).toBe(303);
    await mark(sam, ['0'], [safety]);
    await sam.post(at('/finish'));
    expect(plain(await bodyOf(sam, at()))).toContain('1 of 2 have finished');
    for (const who of [sam, rhona]) expect((await who.get(at('/compare'))).status).toBe(404);
    expect(await bodyOf(rhona, at())).not.toContain('<blockquote>');
    expect(plain(await bodyOf(rhona, '/coding/find'))).toContain('Nothing to show yet');
    await mark(rhona, ['0', '1'], [safety, tools]);
    await rhona.post(at('/finish'));
    const compared = plain(await bodyOf(sam, at('/compare')));
    expect(compared).toContain('Feeling safe Rhona Bell, Sam Findlay');
    expect(compared).toContain('Simple, practical tools Rhona Bell You differ');
  });

  it('marks ticked sentences that follow each other as one passage, and exactly the words that were chosen', async () => {
    await sam.post(at('/begin'));
    await mark(sam, ['0', '1'], [safety]);
    await mark(sam, [], [tools], { from: '24', to: '37' });
    const page = await bodyOf(sam, at());
    expect(page).toContain('<blockquote>I had not left the house since March. The link worker came with me on the bus.</blockquote>');
    expect(page).toContain(`<blockquote>${words.slice(24, 37).trim()}</blockquote>`);
    const passage = /passages\/([0-9a-f-]{36})\/remove/.exec(page)![1]!;
    expect((await rhona.post(at(`/passages/${passage}/remove`))).status).toBe(422);
    expect((await sam.post(at(`/passages/${passage}/remove`))).status).toBe(303);
    expect(await bodyOf(sam, at())).not.toContain('since March. The link worker came with me on the bus.</blockquote>');
  });

  it('says next to the field what is missing, and keeps what was ticked', async () => {
    expect((await mark(sam, ['0'], [safety])).status).toBe(422);
    await sam.post(at('/begin'));
    const noCode = await mark(sam, ['1'], []);
    expect(noCode.status).toBe(422);
    const page = await noCode.text();
    expect(page).toContain('Choose at least one code');
    expect(page).toMatch(/name="sentence"[^>]*value="1" checked/);
    expect(await (await mark(sam, [], [safety])).text()).toContain('Tick at least one sentence');
    expect(await (await mark(sam, ['0'], [safety], { version: '7' })).text()).toContain('approved a new wording');
    expect((await sam.post(at('/thoughts'), { thought: ' ' })).status).toBe(422);
  });

  it('can be gone on with until it is open, and does not count a reading begun after that', async () => {
    await bothRead();
    expect((await sam.post(at('/go-on'))).status).toBe(422);
    web.clock.now = new Date('2026-11-21T10:30:00Z');
    const lead = await web.signedIn(programme.as('lead'));
    await lead.post(at('/begin'));
    await mark(lead, ['0', '1', '2'], [tools]);
    await lead.post(at('/finish'));
    const agreement = plain(await bodyOf(sam, '/coding/agreement'));
    expect(agreement).toContain('1 story, 3 sentences, 2 readers');
    expect(agreement).not.toContain('Catriona Reid');
  });

  it('keeps thoughts about a story to their writer while others still read', async () => {
    for (const who of [sam, rhona]) await who.post(at('/begin'));
    await sam.post(at('/thoughts'), { thought: 'The bus matters more than the stall' });
    expect(await bodyOf(rhona, at())).not.toContain('The bus matters');
    for (const who of [sam, rhona]) await who.post(at('/finish'));
    expect(await bodyOf(rhona, at())).toContain('The bus matters');
  });

  it('is for those who read stories here: no other programme, no nurse, no steering member', async () => {
    const other = await newProgramme(db);
    const stranger = await web.signedIn(other.as('linkWorker'));
    expect((await stranger.get(at())).status).toBe(404);
    expect((await stranger.post(at('/begin'))).status).toBe(404);
    expect((await (await web.signedIn(programme.as('steering'))).get('/coding')).status).toBe(403);
    expect((await sam.get('/coding/stories/nonsense')).status).toBe(404);
    expect((await sam.post('/coding/plan', { coders: '1' })).status).toBe(403);
  });
});

describe('how far readers agree', () => {
  it('is Cohen’s kappa and Krippendorff’s alpha over each sentence and code', async () => {
    await bothRead();
    const page = plain(await bodyOf(sam, '/coding/agreement'));
    // Six questions: five answered alike; Sam says yes twice, Rhona three times. Kappa (5/6 − 1/2) / (1/2).
    expect(page).toContain('Agree Of all pairs of readers');
    expect(page).toContain('83 %');
    expect(page).toMatch(/Cohen’s kappa (Sam Findlay and Rhona Bell|Rhona Bell and Sam Findlay) 0\.67/);
    expect(page).toMatch(/Simple, practical tools 1 100 % 1\.00/);
  });

  it('can be worked out for a table of one’s own, of which nothing is kept', async () => {
    const table = '1,1\n2,2\n3 2\n.;1\n1\t1';
    const page = plain(await (await sam.post('/coding/agreement/own', { table, level: 'ordinal' })).text());
    expect(page).toMatch(/Cohen’s kappa 0\.6000/);
    expect((await sam.post('/coding/agreement/own', { table: '1,two' })).status).toBe(422);
    expect(await (await sam.post('/coding/agreement/own', { table: '' })).text()).toContain('Write at least one line');
  });
});

describe('the codebook', () => {
  const another = { name: 'Getting there', parent: '', colour: '#1f5f8b', description: 'The way to it', useWhen: '', notWhen: '' };
  const added = async (form: Form = another) => (await sam.post('/coding/codes/new', form)).headers.get('location')!.split('?')[0]!;

  it('begins with what Bothy brings, each with its source, and takes the programme’s own', async () => {
    const page = plain(await bodyOf(sam, '/coding/codes'));
    for (const name of ['Reaching those left out', 'Power', 'Loneliness']) expect(page).toContain(name);
    expect(page).not.toContain('Domestic abuse');
    expect(plain(await bodyOf(sam, `/coding/codes/${shippedId('belonging-power')}`))).toContain('British Journal of General Practice');
    expect(plain(await bodyOf(sam, await added()))).toContain('Version 1, Sam Findlay');
    expect((await sam.post('/coding/codes/new', another)).status).toBe(422);
    expect((await sam.post('/coding/codes/new', { ...another, name: '' })).status).toBe(422);
  });

  it('tells the second of two who change a code, and loses nothing of theirs', async () => {
    const code = await added();
    await sam.post(code, { ...another, description: 'By bus or on foot', rowVersion: '1' });
    const second = await rhona.post(code, { ...another, description: 'What it costs', rowVersion: '1' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('By bus or on foot');
    expect(page).toContain('What it costs');
    // One that comes with Bothy is kept only once it is changed.
    const form = { ...another, description: 'Ours', rowVersion: '0' };
    expect((await sam.post(`/coding/codes/${tools}`, form)).status).toBe(303);
    expect((await rhona.post(`/coding/codes/${tools}`, form)).status).toBe(409);
  });

  it('counts what was marked with a merged code for the other, until it is brought back', async () => {
    await bothRead();
    await sam.post(`/coding/codes/${tools}/merge`, { into: safety });
    const merged = plain(await bodyOf(sam, '/coding/find'));
    expect(merged).toContain('Feeling safe 1 (2)');
    expect(merged).not.toContain('Simple, practical tools');
    await sam.post(`/coding/codes/${tools}/restore`);
    expect(plain(await bodyOf(sam, '/coding/find'))).toContain('Simple, practical tools 1 (1)');
    expect((await sam.post(`/coding/codes/${shippedId('themes')}/retire`)).status).toBe(422);
    expect((await sam.post(`/coding/codes/${tools}/merge`, { into: tools })).status).toBe(422);
    expect((await sam.get(`/coding/codes/${randomUUID()}`)).status).toBe(404);
  });

  it('goes out and comes in as REFI-QDA, with the same ids, and refuses a file that declares entities', async () => {
    const own = await added({ ...another, name: 'Buses & "boats"', parent: shippedId('themes') });
    const file = await bodyOf(sam, '/coding/codebook.qdc');
    expect(file).toContain('name="Buses &amp; &quot;boats&quot;"');
    const elsewhere = await web.signedIn((await newProgramme(db)).as('manager'));
    const send = (text: string) => {
      const body = new FormData();
      body.set('file', new File([text], 'codebook.qdc'));
      return elsewhere.request('POST', '/coding/codes/bring-in', body);
    };
    expect(plain(await (await send(file)).text())).toContain('1 code was added.');
    expect(plain(await bodyOf(elsewhere, own))).toContain('What makes it work');
    const bomb = await send('<!DOCTYPE a [<!ENTITY b "c">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>');
    expect(bomb.status).toBe(422);
    expect(await bomb.text()).toContain('declares things of its own');
    expect((await send('not xml')).status).toBe(422);
  });
});

describe('what stories say', () => {
  it('is not split into groups of fewer than five, and is when there are enough', async () => {
    await bothRead();
    expect(plain(await bodyOf(sam, '/coding/find?by=teller'))).toContain('a group would have fewer than five stories');
    expect(plain(await bodyOf(sam, `/coding/find?code=${safety}`))).toContain('2 of 2 readers');
    expect((await sam.get(`/coding/find?code=${randomUUID()}`)).status).toBe(404);
    const csv = await sam.get('/coding/find.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain('Feeling safe,All,1,1');
  });

  it('goes out as a REFI-QDA project with texts, passages and thoughts, and the story knows that it did', async () => {
    await bothRead();
    await sam.post('/coding/thoughts', { thought: 'Buses come up everywhere' });
    const sent = await sam.post('/coding/project.qdpx');
    expect(sent.headers.get('content-disposition')).toContain('stories.qdpx');
    const files = unzipSync(new Uint8Array(await sent.arrayBuffer()));
    expect(strFromU8(files[`sources/${story}.txt`]!)).toBe(words);
    const project = strFromU8(files['project.qde']!);
    expect(project.match(/<PlainTextSelection /g)).toHaveLength(4);
    expect(project).toContain('Buses come up everywhere');
    const uses = await db.inProgramme(
      programme.id,
      async (tx) => (await sql<{ kind: string }>`select kind from story_use`.execute(tx)).rows,
    );
    expect(uses).toEqual([{ kind: 'coding-file' }]);
  });

  it('no longer has a story that its teller took back, not a passage of it, and says that there was one', async () => {
    await bothRead();
    await sam.post(at('/thoughts'), { thought: 'The bus' });
    await db.inProgramme(programme.id, async (tx) => {
      const { forgetCoding } = await import('./index.ts');
      await sql`update story set stage = 'withdrawn', ended_at = ${web.clock.now}, words = '' where id = ${story}`.execute(tx);
      await forgetCoding(tx, { story, uses: ['team', 'public'], whole: true, why: 'taken-back', at: web.clock.now, said: [] });
      const { rows } = await sql<{
        n: number;
      }>`select (select count(*) from passage)::int + (select count(*) from coding_memo)::int as n`.execute(tx);
      expect(rows[0]!.n).toBe(0);
    });
    expect((await sam.get(at())).status).toBe(404);
    for (const page of ['/coding', '/coding/find']) {
      const said = plain(await bodyOf(sam, page));
      expect(said).toContain('One story that was coded has been taken back since');
      expect(said).not.toContain('The tea stall');
    }
    expect(
      strFromU8(unzipSync(new Uint8Array(await (await sam.post('/coding/project.qdpx')).arrayBuffer()))['project.qde']!),
    ).not.toContain(story);
  });
});
