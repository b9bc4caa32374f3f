import { type Context, Hono } from 'hono';
import { Button, formatDate, PlainPage, useWords } from '../../design/index.ts';
import { type Door, show } from '../../identity/index.ts';
import type { OwnPlan, PlanSharing } from '../index.ts';
import { PlanContents } from './plan-contents.tsx';
import { EasyPlan } from './plan-easy.tsx';

type C = Context<Door>;

/** A person's own copy of their plan. The address is the key: app.ts keeps it out of caches, search engines and other sites. */
export const myPlanPage = (sharing: PlanSharing, machineOf: (c: Context) => string) =>
  new Hono<Door>().get('/:token', async (c) => {
    c.set('quickExit', true);
    const { own: words } = c.get('words').support.plan;
    const opened = await sharing.openOwnPlan(c.req.param('token'));
    if (opened.ok) {
      c.set('programme', opened.value.programme);
      return show(c, <MyPlan own={opened.value} />);
    }
    if (opened.error === 'over') return plain(c, words.over, words.overText, 410);
    const waitSeconds = await sharing.countPlanGuess(machineOf(c));
    if (!waitSeconds) return plain(c, words.unknown, words.unknownText, 404);
    c.header('retry-after', String(waitSeconds));
    return plain(c, words.wait, words.waitText, 429);
  });

const plain = (c: C, title: string, text: string, status: 404 | 410 | 429) =>
  show(
    c,
    <PlainPage title={title}>
      <p>{text}</p>
    </PlainPage>,
    status,
  );

function MyPlan({ own: { programme, name, worker, plan, large, easy } }: { own: OwnPlan }) {
  const { own: words, reach, written } = useWords().support.plan;
  const print = (
    <print-button hidden>
      <Button type="button" variant="secondary" small>
        {words.print}
      </Button>
    </print-button>
  );
  return (
    <PlainPage title={words.title(name)} actions={print}>
      <div class={large ? 'bothy-large' : undefined}>
        <p>{written(formatDate(plan.savedAt, { timeZone: programme.settings.timeZone }))}</p>
        {easy ? <EasyPlan plan={plan} name={name} worker={worker} /> : <PlanContents plan={plan} level={2} outside large={large} />}
        <p>{reach(worker || programme.name)}</p>
      </div>
    </PlainPage>
  );
}
