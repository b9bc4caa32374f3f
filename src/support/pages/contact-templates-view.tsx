import {
  Button,
  ButtonRow,
  Checkbox,
  Chips,
  Details,
  type Errors,
  Form,
  HiddenText,
  Page,
  Panel,
  TextArea,
  TextField,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { contactChannels, workTags } from '../contact.ts';
import { usualTemplates } from '../contact-templates.ts';
import type { OwnTemplate, TemplatesSeen } from '../index.ts';

type Again = { values?: Values; errors?: Errors };

export function TemplatesPage({ seen, values = {}, errors }: { seen: TemplatesSeen } & Again) {
  const words = useWords().contacts;
  const page = words.templatesPage;
  const { channels } = useWords().support;
  const tagging = Boolean(errors?.['tagName']);
  const groups = [
    { title: page.team, templates: seen.templates.filter(({ owner }) => owner === null), mayChange: seen.mayShare },
    { title: page.mine, templates: seen.templates.filter(({ owner }) => owner !== null), mayChange: true },
  ];
  return (
    <Page title={page.title} back={{ href: '/caseload', text: useWords().support.caseload.mine }} errors={errors}>
      <p>{page.intro}</p>
      {groups.map(({ title, templates, mayChange }) => (
        <Panel heading={title} key={title}>
          {templates.length === 0 && <p>{page.none}</p>}
          {templates.map((template) => (
            <OneTemplate template={template} mayChange={mayChange} key={template.id} />
          ))}
        </Panel>
      ))}
      <Details summary={page.add} expander open={Boolean(errors) && !tagging}>
        <TemplateForm action="/contact-templates" seen={seen} values={tagging ? {} : values} />
      </Details>
      <Panel heading={page.ours} soft>
        <ul class="nhsuk-list">
          {usualTemplates.map(({ id, channel, minutes }) => (
            <li key={id}>
              {words.templates[id]?.name} <span class="bothy-note">{page.line(channels[channel], minutes)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {seen.mayTag && <OwnTags seen={seen} values={tagging ? values : {}} />}
    </Page>
  );
}

function OneTemplate({ template, mayChange }: { template: OwnTemplate; mayChange: boolean }) {
  const page = useWords().contacts.templatesPage;
  const { channels } = useWords().support;
  return (
    <div class="bothy-todo">
      <div class="bothy-todo__line">
        <div>
          <strong>{template.name}</strong>
          <span class="bothy-note">{page.line(channels[template.channel], template.minutes)}</span>
        </div>
        {mayChange && (
          <div>
            <a href={`/contact-templates/${template.id}`}>
              {page.change}
              <HiddenText>{page.ofThis(template.name)}</HiddenText>
            </a>{' '}
            <Form action={`/contact-templates/${template.id}/remove`}>
              <Button variant="link">
                {page.remove}
                <HiddenText>{page.ofThis(template.name)}</HiddenText>
              </Button>
            </Form>
          </div>
        )}
      </div>
    </div>
  );
}

type FormProps = { action: string; seen: TemplatesSeen; values: Values; rowVersion?: number };

function TemplateForm({ action, seen, values, rowVersion }: FormProps) {
  const words = useWords().contacts;
  const page = words.templatesPage;
  const { channels } = useWords().support;
  const tags = [
    ...workTags.map((value) => ({ value, text: words.tags[value] ?? value })),
    ...seen.tags.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <Form action={action} values={values} rowVersion={rowVersion}>
      <TextField name="name" label={page.name} labelSize="s" width={20} />
      <Chips
        name="channel"
        label={page.channel}
        labelSize="s"
        choose="one"
        options={contactChannels.map((value) => ({ value, text: channels[value] }))}
        values={['phone']}
      />
      <TextField
        name="minutes"
        label={page.minutes}
        labelSize="s"
        inputmode="numeric"
        width={3}
        suffix={useWords().support.contact.minutesUnit}
      />
      <TextArea name="headings" label={page.headings} labelSize="s" hint={page.headingsHint} rows={4} optional />
      <Chips name="tags" label={page.tags} labelSize="s" optional options={tags} />
      {seen.mayShare && <Checkbox name="forTeam" label={page.forTeam} checked={values['forTeam'] === 'yes'} />}
      <ButtonRow>
        <Button preventDoubleClick>{page.save}</Button>
      </ButtonRow>
    </Form>
  );
}

type EditProps = { template: OwnTemplate; seen: TemplatesSeen; stale?: boolean } & Again;

export function EditTemplatePage({ template, seen, values, errors, stale }: EditProps) {
  const page = useWords().contacts.templatesPage;
  const { name, channel, minutes, headings, tags, owner, rowVersion } = template;
  const now = {
    name,
    channel,
    minutes: String(minutes),
    headings: headings.join('\n'),
    tags: [...tags],
    ...(owner === null && { forTeam: 'yes' }),
  };
  return (
    <Page title={page.editTitle} back={{ href: '/contact-templates', text: page.title }} errors={errors}>
      {stale && <WarningCallout headingLevel={2}>{page.stale}</WarningCallout>}
      <TemplateForm action={`/contact-templates/${template.id}`} seen={seen} values={values ?? now} rowVersion={rowVersion} />
    </Page>
  );
}

function OwnTags({ seen, values }: { seen: TemplatesSeen; values: Values }) {
  const page = useWords().contacts.templatesPage;
  return (
    <Panel heading={page.tagsTitle}>
      <p>{page.tagsText}</p>
      {seen.tags.map(({ id, name }) => (
        <Form action={`/contact-templates/tags/${id}/remove`} key={id}>
          <div class="bothy-todo__line">
            <span>{name}</span>
            <Button variant="link">
              {page.remove}
              <HiddenText>{page.ofThis(name)}</HiddenText>
            </Button>
          </div>
        </Form>
      ))}
      <Form action="/contact-templates/tags" values={values}>
        <TextField name="tagName" label={page.tagName} width={20} />
        <Button small variant="secondary">
          {page.addTag}
        </Button>
      </Form>
    </Panel>
  );
}
