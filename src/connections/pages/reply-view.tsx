import { Button, Form, PlainPage, useWords } from '../../design/index.ts';
import { answerErrorIds } from './answer-form.ts';
import { AskedBody, type AskedProps, useAskedTitle } from './asked-view.tsx';

export function ReplyPage(props: AskedProps) {
  const words = useWords().connections.reply;
  return (
    <PlainPage
      title={useAskedTitle(props)}
      caption={words.caption(props.service.name, props.connection.reference)}
      errors={props.errors}
      errorIds={answerErrorIds}
    >
      <AskedBody {...props} />
    </PlainPage>
  );
}

export function ExpiredPage({ action }: { action: string }) {
  const words = useWords().connections.reply;
  return (
    <PlainPage title={words.expiredTitle}>
      <p>{words.expiredText}</p>
      <Form action={action}>
        <Button preventDoubleClick>{words.expiredButton}</Button>
      </Form>
    </PlainPage>
  );
}

export function PlainWords({ title, text }: { title: string; text: string }) {
  return (
    <PlainPage title={title}>
      <p>{text}</p>
    </PlainPage>
  );
}
