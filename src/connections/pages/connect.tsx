import { type Context, Hono } from 'hono';
import { isPaused } from '../../directory/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { firstNameOf } from '../../people/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Connections, Meeting, Preview } from '../index.ts';
import { offered } from '../packet.ts';
import { type Chosen, connectForm, typedFrom } from './connect-form.ts';
import { ConnectPage } from './connect-view.tsx';
import { PreviewPage } from './preview-view.tsx';

type C = Context<Door, '/:person/connect/:service'>;

/** Connects a person to a service: choose what is told, look at it, have their consent, send. */
export const connectPage = ({ connecting }: Connections) => {
  const pairOf = (c: C) => ({ person: c.req.param('person'), service: c.req.param('service') });

  const choose = (c: C, met: Meeting, values: Typed = {}, errors?: Errors, status: 200 | 409 | 422 = errors ? 422 : 200) => {
    const { timeZone } = askerOf(c).programme.settings;
    return show(c, <ConnectPage {...met} now={started(c)} timeZone={timeZone} values={values} {...(errors && { errors })} />, status);
  };

  const look = (
    c: C,
    preview: Preview,
    chosen: Chosen,
    { errors, status = 200, agreed = false }: { errors?: Errors; status?: 200 | 409 | 422; agreed?: boolean } = {},
  ) => show(c, <PreviewPage {...preview} chosen={chosen} agreed={agreed} {...(errors && { errors })} />, status);

  const send = async (c: C, preview: Preview, chosen: Chosen, agreed: boolean) => {
    const words = c.get('words').connections.connect.errors;
    if (preview.packet && !agreed)
      return look(c, preview, chosen, { errors: { consent: words.consent(firstNameOf(preview.person)) }, status: 422 });
    const sent = await connecting.send(askerOf(c), pairOf(c), { kind: chosen.how, choice: chosen.choice, seal: chosen.seal });
    if (sent.ok) return c.redirect(`/connections/${sent.value.id}?done=connection-${chosen.how === 'asked' ? 'sent' : chosen.how}`, 303);
    if (sent.error === 'not-found') return showProblem(c, 'not-found');
    if (sent.error === 'no-address') return choose(c, preview, typedFrom(chosen), { how: words.noAddress });
    if (sent.error === 'not-running' || sent.error === 'paused') return choose(c, preview, {}, undefined, 409);
    if (sent.error === 'no-agreement') return choose(c, preview, typedFrom(chosen), undefined, 409);
    if (sent.error === 'says-no') return choose(c, { ...preview, saysNo: preview.saysNo ?? 'share-with-service' }, {}, undefined, 409);
    if (sent.error.name === 'open') return choose(c, { ...preview, open: sent.error.connection }, {}, undefined, 409);
    return look(c, sent.error.preview, chosen, { errors: { _form: words.changed }, status: 409, agreed });
  };

  return new Hono<Door>()
    .use('/:person/connect/*', allow('connect'))
    .get('/:person/connect/:service', async (c) => {
      const met = await connecting.meet(askerOf(c), pairOf(c));
      if (!met.ok) return showProblem(c, met.error);
      readsOf(c, met.value.person.id);
      return choose(c, met.value);
    })
    .post('/:person/connect/:service', async (c) => {
      const met = await connecting.meet(askerOf(c), pairOf(c));
      if (!met.ok) return showProblem(c, met.error);
      readsOf(c, met.value.person.id);
      if (met.value.open || met.value.saysNo || isPaused(met.value.service.pause, started(c)))
        return choose(c, met.value, {}, undefined, 409);
      const typed = await readForm(c, { many: ['fields'] });
      if (typed['step'] === 'change') return choose(c, met.value, typed);
      const form = connectForm(c.get('words').connections.connect.errors, {
        offered: offered(met.value.person),
        mayAsk: Boolean(met.value.service.requestEmail),
      });
      const checked = checkForm(form, typed);
      if (!checked.ok) return choose(c, met.value, typed, checked.errors);
      const preview = await connecting.preview(askerOf(c), pairOf(c), checked.value.how, checked.value.choice);
      if (!preview.ok) return showProblem(c, preview.error);
      if (preview.value.agreement !== 'fine' && checked.value.how !== 'self') return choose(c, preview.value, typed, undefined, 409);
      return typed['step'] === 'send'
        ? send(c, preview.value, checked.value, typed['consent'] === 'yes')
        : look(c, preview.value, checked.value);
    });
};
