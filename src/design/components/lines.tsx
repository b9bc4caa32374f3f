import { Fragment } from 'preact';

/** One person's text with its line breaks kept; nothing in it is markup. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split(/\r?\n/).map((line, index) => (
      <Fragment key={index}>
        {index > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
);

/** Longer text: an empty line starts a paragraph. */
export const Prose = ({ text }: { text: string }) => (
  <div class="bothy-prose">
    {text
      .trim()
      .split(/(?:\r?\n){2,}/)
      .map((paragraph, index) => (
        <p key={index}>
          <Lines text={paragraph} />
        </p>
      ))}
  </div>
);
