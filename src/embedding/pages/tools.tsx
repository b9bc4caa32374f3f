import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { isLeaflet, isToolText } from '../core/tools-text.ts';
import type { ToolUses } from '../index.ts';
import { promptForm, textForm } from './tools-form.ts';
import { isPaper, LeafletPage, papers } from './tools-leaflet.tsx';
import { PromptsPage } from './tools-prompts-view.tsx';
import { TextPage } from './tools-text-view.tsx';
import { ToolsPage } from './tools-view.tsx';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean };
const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);

/** What practices are given to read, to print and to ask; and where those who keep them change them. */
export const toolsPage = (tools: ToolUses) => {
  const drawText = async (c: C, again: Again = {}) => {
    const name = c.req.param('text') ?? '';
    if (!isToolText(name)) return showProblem(c, 'not-found');
    const seen = await tools.seeText(askerOf(c), name);
    return seen.ok ? show(c, <TextPage name={name} {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const drawPrompts = async (c: C, again: Again = {}) => {
    const seen = await tools.seePrompting(askerOf(c), c.req.param('practice') ?? '');
    return seen.ok ? show(c, <PromptsPage {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };

  return new Hono<Door>()
    .get('/', allow('see practice report'), async (c) => {
      const seen = await tools.seeTools(askerOf(c));
      return seen.ok ? show(c, <ToolsPage {...seen.value} />) : showProblem(c, seen.error);
    })
    .get('/leaflets/:leaflet', allow('see practice report'), async (c) => {
      const name = c.req.param('leaflet');
      if (!isLeaflet(name)) return showProblem(c, 'not-found');
      const seen = await tools.seeLeaflet(askerOf(c), c.req.query('team'));
      const asked = c.req.query('size') ?? '';
      return seen.ok
        ? show(c, <LeafletPage name={name} paper={isPaper(asked) ? asked : papers[0]} {...seen.value} />)
        : showProblem(c, seen.error);
    })
    .get('/texts/:text', allow('keep practice tools'), (c) => drawText(c))
    .post('/texts/:text', allow('keep practice tools'), async (c) => {
      const name = c.req.param('text');
      if (!isToolText(name)) return showProblem(c, 'not-found');
      const typed = await readForm(c);
      const checked = checkForm(textForm(c.get('words').tools), typed);
      if (!checked.ok) return drawText(c, { values: typed, errors: checked.errors });
      const saved = await tools.changeText(askerOf(c), name, checked.value.words, checked.value.version);
      if (saved.ok) return c.redirect(`/tools/texts/${name}?done=tool-text-saved`, 303);
      return saved.error === 'changed-meanwhile' ? drawText(c, { values: typed, stale: true }) : showProblem(c, saved.error);
    })
    .post('/texts/:text/restore', allow('keep practice tools'), async (c) => {
      const name = c.req.param('text');
      if (!isToolText(name)) return showProblem(c, 'not-found');
      const saved = await tools.restoreText(askerOf(c), name, Number((await readForm(c))['wanted'] ?? 0));
      return saved.ok ? c.redirect(`/tools/texts/${name}?done=tool-text-saved`, 303) : showProblem(c, saved.error);
    })
    .get('/prompts/:practice', allow('keep practice tools'), (c) => drawPrompts(c))
    .post('/prompts/:practice', allow('keep practice tools'), async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').tools;
      const checked = checkForm(promptForm(words, c.req.param('practice')), typed);
      if (!checked.ok) return drawPrompts(c, { values: typed, errors: checked.errors });
      const saved = await tools.savePrompting(askerOf(c), checked.value);
      if (saved.ok) return c.redirect('/tools?done=tool-prompts-saved', 303);
      if (saved.error === 'not-targeted') return drawPrompts(c, { values: typed, errors: { highNeedArea: words.prompts.errors.targeted } });
      return typeof saved.error === 'object' ? drawPrompts(c, { values: typed, stale: true }) : showProblem(c, saved.error);
    });
};
