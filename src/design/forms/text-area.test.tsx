import { conforms } from '../testing/fixtures.tsx';
import { TextArea } from './text-area.tsx';

const hint = 'Do not include personal information like your name, date of birth or NHS number';
const page = { labelSize: 'l', headingLevel: 1 } as const;
const detail = { name: 'example', label: 'Can you provide more detail?' } as const;
const job = { name: 'example', label: 'Enter a job description' } as const;

conforms('textarea', {
  default: <TextArea {...detail} {...page} hint={hint} />,
  'without heading': <TextArea {...detail} id="without-heading" hint={hint} />,
  'with error message': <TextArea {...detail} {...page} id="with-error-message" errors={{ example: 'You must provide an explanation' }} />,
  'with error message and hint': (
    <TextArea {...detail} {...page} id="with-hint-error" hint={hint} errors={{ example: 'You must provide an explanation' }} />
  ),
});

conforms('character-count', {
  default: <TextArea {...detail} {...page} hint={hint} maxLength={200} />,
  'with hint': <TextArea {...job} {...page} id="with-hint" hint={hint} maxLength={200} />,
  'with custom rows': <TextArea {...detail} {...page} id="custom-rows" maxLength={350} rows={15} />,
});
